package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/blevesearch/bleve/v2"

	"soi/index/internal/bigram"
	"soi/index/internal/postings"
	"soi/index/internal/store"
	"soi/index/schema"
)

// A digest gathers what the documents of one segment say together, such as
// how often which acronym is declared. It is made when the segment is written
// and stands in a file beside it; what a collection says is the sum of its
// segments' digests. So an update reads the documents of its own segments
// only, and the first search reads digests instead of all documents.
type digest interface {
	// add takes a document of the segment, by its number there. Deleted ones
	// are left out: they are never live again in a segment that is kept.
	add(number uint32, d *schema.Document)

	// encode gives the content of the file.
	encode() ([]byte, error)
}

// digests are the kinds of digests that a segment has, by the ends of their
// files' names. What a file holds belongs to the layout: see schemaVersion.
var digests = map[string]struct {
	begin func(context.Context, *postings.Segment) (digest, error)
	check func(content []byte, documents int) error // whether it can be read
}{
	acronymDigest: {
		empty(func() digest { return acronymCounts{} }),
		func(content []byte, _ int) error { return second(decodeAcronyms(content)) },
	},
	voiceDigest: {
		empty(newVoiceWriter),
		func(content []byte, _ int) error { return second(decodeVoices(content)) },
	},
	pairDigest: {
		empty(func() digest { return pairCounts{bigram.NewCounter()} }),
		func(content []byte, _ int) error { return second(bigram.Decode(content)) },
	},
	wordDigest: {
		newWordTable,
		func(content []byte, documents int) error { return second(decodeWordTable(content, documents)) },
	},
}

// empty begins a digest that is made of documents alone.
func empty(begin func() digest) func(context.Context, *postings.Segment) (digest, error) {
	return func(context.Context, *postings.Segment) (digest, error) { return begin(), nil }
}

// second is the error of what gives a value and an error.
func second[T any](_ T, err error) error { return err }

// digestPath is the file of a digest of the segment in a file of a generation.
func digestPath(gen, segment, kind string) string {
	return filepath.Join(gen, store.DigestFolder, stem(segment)+"."+kind)
}

// stem is the name of a segment or digest without its end.
func stem(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) }

// writeDigests writes the digests of all segments of the index in folder gen
// that have none yet, and removes those of segments that have gone.
func writeDigests(ctx context.Context, gen string, ix bleve.Index) error {
	reader, err := snapshot(ix)
	if err != nil {
		return err
	}
	defer reader.Close()
	folder := filepath.Join(gen, store.DigestFolder)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	live := map[string]bool{}
	for _, s := range postings.Open(reader, noKey, placed, nil, nil) {
		live[stem(s.File())] = true
		if err := writeDigestsOf(ctx, gen, s); err != nil {
			return err
		}
	}
	return store.RemoveOthers(folder, func(file string) bool { return live[stem(file)] })
}

// noKey is for segments that are read once.
func noKey(string) (postings.Key, bool) { return postings.Key{}, false }

// writeDigestsOf reads the documents of a segment once for all its digests.
func writeDigestsOf(ctx context.Context, gen string, s *postings.Segment) error {
	made := map[string]digest{}
	for name, kind := range digests {
		path := digestPath(gen, s.File(), name)
		_, err := os.Stat(path)
		if err != nil {
			if made[path], err = kind.begin(ctx, s); err != nil {
				return fmt.Errorf("digest of %s: %w", s.File(), err)
			}
		}
	}
	if len(made) == 0 {
		return nil
	}
	for _, number := range s.Live().Append(nil) {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, err := storedDocument(s, number)
		if err != nil {
			return fmt.Errorf("digest of %s: %w", s.File(), err)
		}
		for _, digest := range made {
			digest.add(number, &d)
		}
	}
	for path, digest := range made {
		content, err := digest.encode()
		if err == nil {
			err = os.WriteFile(path, content, 0o644)
		}
		if err != nil {
			return fmt.Errorf("digest of %s: %w", s.File(), err)
		}
	}
	return nil
}

// storedDocument reads the document of a number.
func storedDocument(s *postings.Segment, number uint32) (schema.Document, error) {
	record, err := s.Stored(fieldRecord, number)
	if err != nil {
		return schema.Document{}, err
	}
	d, err := decodeRecord(record)
	if err != nil {
		err = fmt.Errorf("document %d: %w", number, err)
	}
	return d, err
}

// readDigest gives the digest of a segment as decode reads it from its file,
// or as it was read before.
func readDigest[T any](v *view, s *postings.Segment, kind string, decode func([]byte) (T, error)) (T, error) {
	return postings.Keep(s, "digest "+kind, func() (value T, err error) {
		path := digestPath(v.generation.Path, s.File(), kind)
		content, err := os.ReadFile(path)
		if err != nil {
			return value, store.Damaged(path, "cannot be read: %v", err)
		}
		if value, err = decode(content); err != nil {
			return value, unreadable(path, err)
		}
		return value, nil
	})
}

func unreadable(path string, err error) error {
	return store.Damaged(path, "holds what no digest does: %v", err)
}

// verifyDigests reads the digests of a view.
func verifyDigests(v *view, report func(path string, err error)) error {
	reader, err := snapshot(v.bleve)
	if err != nil {
		return err
	}
	defer reader.Close()
	for _, s := range postings.Open(reader, noKey, placed, nil, nil) {
		for name, kind := range digests {
			path := digestPath(v.generation.Path, s.File(), name)
			content, err := os.ReadFile(path)
			if err == nil {
				err = kind.check(content, s.Size())
			}
			if err != nil {
				report(path, unreadable(path, err))
			}
		}
	}
	return nil
}
