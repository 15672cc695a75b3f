package main

import (
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/term"
	"golang.org/x/text/width"

	"soi/index/schema"
)

// streams are where a command reads and writes: data on out, messages on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
	columns  int  // width of a line on out
	colour   bool // out is a terminal that shows colours
	progress bool // err is a terminal, where a line may be written over
	env      func(string) string
}

// columns is the width of a line where no terminal tells another.
const columns = 80

// systemStreams are those of the process. NO_COLOR in the environment, set to
// anything, turns colours off (no-color.org).
func systemStreams() streams {
	s := streams{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		columns:  columns,
		progress: term.IsTerminal(int(os.Stderr.Fd())),
		env:      os.Getenv,
	}
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(fd); err == nil && w >= 40 {
			s.columns = min(w, 100) // longer lines are hard to read
		}
	}
	return s
}

// A style is how a piece of text is shown on a terminal: an ANSI escape, or
// plain signs around it where there are no colours.
type style struct{ escape, open, close string }

var (
	styleMark  = style{"\x1b[1;33m", "«", "»"} // a word that matches
	styleTitle = style{"\x1b[1m", "", ""}
	styleQuiet = style{"\x1b[2m", "", ""}
)

// show returns text in a style.
func (s streams) show(st style, text string) string {
	if text == "" {
		return ""
	}
	if s.colour {
		return st.escape + text + "\x1b[0m"
	}
	return st.open + text + st.close
}

// marked returns text with its spans shown as matches and everything that
// could steer a terminal taken out. Between matches text has the style base.
// Spans that touch or are parted by blanks alone are shown as one.
func (s streams) marked(base style, text string, spans []schema.Span) string {
	var b strings.Builder
	at := 0
	for _, span := range joined(text, spans) {
		b.WriteString(s.show(base, printable(text[at:span.Start])))
		b.WriteString(s.show(styleMark, printable(span.Of(text))))
		at = span.End
	}
	b.WriteString(s.show(base, printable(text[at:])))
	return b.String()
}

// joined merges spans that only blanks keep apart and drops those that do not
// lie in text, in order.
func joined(text string, spans []schema.Span) []schema.Span {
	var out []schema.Span
	for _, span := range spans {
		if span.Of(text) == "" || len(out) > 0 && span.Start < out[len(out)-1].End {
			continue
		}
		if last := len(out) - 1; last >= 0 && strings.TrimSpace(text[out[last].End:span.Start]) == "" {
			out[last].End = span.End
			continue
		}
		out = append(out, span)
	}
	return out
}

// printable replaces line breaks and control characters by blanks: a document
// must not be able to steer the terminal that shows it. Marks that turn the
// direction of writing go too.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// wrap breaks text at blanks into lines of at most the stream's columns, each
// behind indent. Escapes have no width; a word longer than a line stands
// alone on one.
func (s streams) wrap(indent, text string) string {
	room := s.columns - cells(indent)
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		n := cells(word)
		if line != "" && used+1+n > room {
			lines = append(lines, line)
			line, used = "", 0
		}
		if line != "" {
			line += " "
			used++
		}
		line += word
		used += n
	}
	if line != "" {
		lines = append(lines, line)
	}
	return indent + strings.Join(lines, "\n"+indent)
}

// cells counts the columns that s takes on a terminal.
func cells(s string) int {
	n, escape := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			escape = true
		case escape:
			escape = r != 'm'
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case slices.Contains([]width.Kind{width.EastAsianWide, width.EastAsianFullwidth}, width.LookupRune(r).Kind()):
			n += 2
		default:
			n++
		}
	}
	return n
}

// cut shortens text to at most n columns, with an ellipsis where it was cut.
func cut(text string, n int) string {
	if cells(text) <= n {
		return text
	}
	var b strings.Builder
	used := 0
	for _, r := range text {
		w := cells(string(r))
		if used+w > n-1 {
			break
		}
		b.WriteRune(r)
		used += w
	}
	return strings.TrimRight(b.String(), " ") + "…"
}
