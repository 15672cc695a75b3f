package format

import (
	"strings"

	"soi/analyzer/legacy"
)

// repair decodes the texts of one document, in their places, where they are
// in a legacy encoding or were misread, and names that encoding. known is the
// encoding of the document as far as it is known. If it is a legacy one the
// texts are in it; any other is returned where there is nothing to repair.
//
// All texts of a document are judged together: its long paragraphs decide for
// its title and its short lines. They must be complete, with their no-break
// spaces and soft hyphens, which are letters in legacy encodings.
func repair(known string, texts ...*string) (encoding string) {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = *text
	}
	joined := strings.Join(all, "\n")
	repaired, found, _ := legacy.Repair(joined)
	switch {
	case found != "":
		known = string(found)
	case known != "":
		repaired = legacy.Decode(joined, legacy.Encoding(known))
	default:
		return ""
	}
	for i, text := range texts {
		*text, repaired = cutLines(repaired, countLineEnds(all[i]))
	}
	return known
}

const lineEndBytes = "\r\n" // none is lost or added by a repair

func countLineEnds(s string) int {
	return strings.Count(s, "\n") + strings.Count(s, "\r")
}

// cutLines cuts s at the line end behind n others.
func cutLines(s string, n int) (head, rest string) {
	for end := 0; ; n-- {
		i := strings.IndexAny(s[end:], lineEndBytes)
		if i < 0 {
			return s, ""
		}
		if n == 0 {
			return s[:end+i], s[end+i+1:]
		}
		end += i + 1
	}
}

// repair repairs the visible lines of the page and the titles in its head.
func (s *scanner) repair(known string) (encoding string) {
	texts := []*string{&s.meta.title}
	before := make([]int, len(s.lines.done))
	for i := range s.lines.done {
		before[i] = len(s.lines.done[i].text)
		texts = append(texts, &s.lines.done[i].text)
	}
	labels := []string{"og:title", "twitter:title", "og:site_name"}
	values := make([]string, len(labels))
	for i, name := range labels {
		values[i] = label(s.meta.named[name])
		texts = append(texts, &values[i])
	}
	if encoding = repair(known, texts...); encoding == "" {
		return ""
	}
	for i, name := range labels {
		if values[i] != "" {
			s.meta.named[name] = values[i]
		}
	}
	for i := range s.lines.done {
		l := &s.lines.done[i]
		l.link = l.link * len(l.text) / before[i] // no line is blank
	}
	return encoding
}
