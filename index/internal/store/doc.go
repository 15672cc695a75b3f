// Package store keeps the generations of an index in a folder.
//
//	DIR/CURRENT              names the live generation, "gen-000012\n"
//	DIR/lock                 locked by the one writer while it works
//	DIR/writer               who that is, for the message to a second one
//	DIR/gen-000012/          a generation: files that are never written again
//	    manifest.json        versions, counts, and each file's size and CRC-32
//	    lock                 locked, shared, by each reader
//	    ...                  the files
//
// A writer makes the next generation beside the live one: a folder with hard
// links to the files that stay and new files for what changed. Publish writes
// the manifest, brings everything to the disk, and renames CURRENT; until
// that rename the old generation answers, and a writer that dies before it
// leaves nothing but a folder that the next one removes.
//
// A reader reads CURRENT, locks what it names, and reads CURRENT again: if it
// has moved meanwhile, the generation may be on its way out and the reader
// starts again. A writer removes a generation that is not live only if it
// gets its lock alone. So readers and the writer never wait for one another.
package store
