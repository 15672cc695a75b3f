// Package testdata holds the sample reports that come with Soi. They are
// written for the project, after the form of real reports but with invented
// content, and every one of them says so in a line of its own; README.md
// lists them. `soi demo` serves them and the tests read them.
package testdata

import "embed"

// Samples holds the sample reports under the folder "samples": plain text,
// HTML and JSONL. Most files are NFC in UTF-8; some are NFD or in another
// declared encoding on purpose.
//
//go:embed samples
var Samples embed.FS

// Mark is the line that says a file is a sample. Every sample carries it: a
// text as its last line, a page in its footer, a JSONL record in its field
// "note" and as the last line of its body.
const Mark = "Văn bản mẫu viết ra để thử nghiệm, không phải báo cáo thật."
