package format

import (
	"strings"

	"soi/index/schema"
)

// A line is one visible line of a page.
type line struct {
	text        string // normalized, not blank
	first, last int    // the pieces [first, last) of text that it is made of
	link        int    // bytes of text in links
	head1       bool   // of an h1
	head        bool   // of a heading of any order
	caption     bool   // of a caption of a photo
}

// A lineBuilder makes lines of pieces of text. A piece is what one text token
// gives to one line; pieces are numbered through the page.
type lineBuilder struct {
	done    []line
	sizes   []int // bytes of each piece
	buf     []byte
	now     line
	pending byte // white space to be written before the next word; 0 none
	broken  bool // a line has ended since the last table cell began
}

// add writes text into the current line, white space collapsed, and returns
// the number of the piece.
func (b *lineBuilder) add(text string, in element) (piece int) {
	before := len(b.buf)
	for text != "" {
		i := strings.IndexAny(text, htmlSpace)
		if i != 0 {
			if i < 0 {
				i = len(text)
			}
			if b.pending != 0 && len(b.buf) > 0 {
				b.buf = append(b.buf, b.pending)
			}
			b.pending = 0
			b.buf = append(b.buf, text[:i]...)
		} else {
			b.space()
			i = 1
		}
		text = text[i:]
	}
	size := len(b.buf) - before
	b.sizes = append(b.sizes, size)
	if in.link {
		b.now.link += size
	}
	b.now.head1 = b.now.head1 || in.head1
	b.now.head = b.now.head || in.hN
	b.now.caption = b.now.caption || in.caption
	return len(b.sizes) - 1
}

// space asks for a space before the next word.
func (b *lineBuilder) space() {
	if b.pending == 0 {
		b.pending = ' '
	}
}

// cell begins a table cell: behind a cell of one line on the same line, a tab
// between; behind one of several lines, as in the two heads of an official
// letter, on a line of its own.
func (b *lineBuilder) cell() {
	if b.broken {
		b.flush()
	} else {
		b.pending = '\t'
	}
	b.broken = false
}

// flush ends the line.
func (b *lineBuilder) flush() {
	b.broken = true
	b.pending = 0
	if len(b.buf) > 0 {
		b.now.text = normalize(string(b.buf))
		b.now.last = len(b.sizes)
		b.done = append(b.done, b.now)
		b.buf = b.buf[:0]
	}
	b.now = line{first: len(b.sizes)}
}

// Limits on what is taken for a caption and for a lead, in bytes.
const (
	longestCaption = 600
	shortestLead   = 80
)

// bodyOf finds the lines that are the main text, and the captions
// between them. A line belongs to it when readability kept at least half of
// it; so does the lead between the title and the first such line, which many
// sites put outside of the article's element. Body is nil when too little
// was kept to be believed.
func bodyOf(lines []line, spans []schema.Span, title int, kept []bool) (body, captions []schema.Span) {
	if kept == nil {
		return nil, nil
	}
	main := make([]bool, len(lines))
	first, last := len(lines), -1
	bytesKept, bytesPlain := 0, 0 // of text that is not in links
	for i, l := range lines {
		plain := len(l.text) - min(l.link, len(l.text))
		bytesPlain += plain
		if i == title {
			continue
		}
		if main[i] = l.kept(kept); main[i] {
			first, last = min(first, i), i
			bytesKept += plain
		}
	}
	const believable = 5 // readability has to keep a fifth of it
	if bytesKept == 0 || bytesKept < bytesPlain/believable {
		return nil, nil
	}
	if title >= 0 {
		for i := title + 1; i < first; i++ {
			main[i] = len(lines[i].text) >= shortestLead && lines[i].link*3 < len(lines[i].text)
			first = min(first, i)
		}
	}
	for i, l := range lines {
		switch {
		case l.caption && i != title && len(l.text) <= longestCaption && i >= first && i <= last+1:
			captions = append(captions, spans[i])
		case main[i]:
			body = append(body, spans[i])
		}
	}
	return body, captions
}

// kept says whether at least half of the pieces, by number, were kept.
func (l line) kept(kept []bool) bool {
	n := 0
	for piece := l.first; piece < l.last; piece++ {
		if kept[piece] {
			n++
		}
	}
	return n > 0 && 2*n >= l.last-l.first
}
