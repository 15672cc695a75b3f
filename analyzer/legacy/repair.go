package legacy

import "strings"

// repairOnce decodes the paragraphs of text once. It returns the encoding of
// most of them and how many changed.
func repairOnce(text string) (repaired string, e Encoding, fixed int) {
	if isASCII(text) {
		return text, "", 0
	}
	var all []evidence
	var votes [len(encodings)]int // marked words
	mixed := false                // the document has paragraphs in Unicode
	for line := range paragraphs(text) {
		ev := weigh(line)
		if found, ok := ev.decide(); ok {
			votes[indexOf(found)] += ev.marked
		} else if 2*ev.unicode > ev.marked {
			mixed = true
		}
		all = append(all, ev)
	}
	main := 0
	for i, n := range votes {
		if n > votes[main] {
			main = i
		}
	}
	if votes[main] == 0 {
		return text, "", 0
	}
	var b strings.Builder
	n := 0
	for line, end := range paragraphs(text) {
		ev := all[n]
		n++
		decoded := line
		if use, ok := ev.under(main, line, votes[main] >= documentSize, mixed); ok {
			decoded = decodeParagraph(line, use)
		}
		if decoded != line {
			fixed++
		}
		b.WriteString(decoded)
		b.WriteString(end)
	}
	return b.String(), encodings[main], fixed
}

// under returns the encoding of the paragraph p in a document whose paragraphs
// are mostly in encodings[main]; sure says that enough of them are.
func (ev evidence) under(main int, p string, sure, mixed bool) (Encoding, bool) {
	found, ok := ev.decide()
	switch {
	case ok && ev.after[indexOf(found)] > ev.after[main]:
		return found, true
	case ok:
		return encodings[main], true
	case !sure || ev.unicode > 0:
		return "", false
	}
	ev.try(main, p)
	if mixed {
		return encodings[main], ev.after[main] > ev.before
	}
	return encodings[main], ev.after[main] >= ev.before
}

// indexOf is the place of e in encodings.
func indexOf(e Encoding) int {
	for i := range encodings {
		if encodings[i] == e {
			return i
		}
	}
	return -1
}
