// Package clean tells the article in a text from the noise of the page it
// was taken from, and finds the day it was published.
//
// It works on lines: a page turned into text keeps its blocks as lines, and
// noise stands in short lines before the first and after the last paragraph.
// A line is noise only if a rule or a phrase of noise.txt says so; what
// nobody knows stays in the body, so that no sentence of an article is lost.
package clean

import (
	"strings"

	"soi/index/schema"
)

// Parts are the parts of a text as spans of it: sorted, disjoint and on rune
// borders. What they leave is the noise of the page.
type Parts struct {
	Title    schema.Span   // empty if there is none; several lines in an official document
	Body     []schema.Span // the paragraphs of the article, a span a line, its headings among them
	Captions []schema.Span // captions of pictures
}

// Split finds title, body and captions of a text in NFC. It takes time in
// proportion to the text, whatever the text holds.
func Split(text string) Parts {
	p := readPage(text)
	p.markHead()
	p.markBoxes()
	p.markMiddle()
	p.markTail()
	p.markCaptions()
	return p.parts()
}

// A page is a text under analysis.
type page struct {
	text     string
	lines    []line
	title    schema.Span
	from, to int    // lines of the title: [from, to); both 0 if there is none
	official bool   // has the header of an official document
	first    int    // first paragraph after the title; len(lines) if there is none
	last     int    // last paragraph, or to-1 if there is none
	close    int    // line from which on the article is over; len(lines) if it never is
	event    string // latest ISO date of the body, for Date; "" if it has none
}

func readPage(text string) *page {
	p := &page{text: text, lines: lines(text)}
	p.findTitle()
	p.close = p.findClose()
	p.findBody()
	return p
}

// findBody finds the first and the last paragraph. A short sentence below
// what belongs to the page, such as a notice in its foot, is not the last.
func (p *page) findBody() {
	p.first, p.last = len(p.lines), p.to-1
	parted := false
	for i := p.to; i < p.close; i++ {
		switch {
		case p.isParagraph(i) && (!parted || p.lines[i].Len() >= short):
			p.first = min(p.first, i)
			p.last, parted = i, false
		case !p.isParagraph(i) && p.last >= p.to:
			parted = parted || p.isLabel(i) || p.isByline(i)
		}
	}
}

// of returns the words of line i.
func (p *page) of(i int) string { return p.lines[i].Of(p.text) }

// isParagraph reports whether line i looks like a paragraph and is no known
// notice of a page.
func (p *page) isParagraph(i int) bool {
	if !isParagraph(p.of(i)) {
		return false
	}
	return !p.lines[i].begins(phraseStart)
}

// findClose returns the first line that says that the article is over. It is
// believed if it stands after a paragraph, and if what follows has less of
// paragraphs than what came before.
func (p *page) findClose() int {
	total := 0
	for i := p.to; i < len(p.lines); i++ {
		if p.isParagraph(i) {
			total += p.lines[i].Len()
		}
	}
	before := 0
	for i := p.to; i < len(p.lines); i++ {
		if p.isParagraph(i) {
			before += p.lines[i].Len()
		} else if before > 0 && before >= total-before && p.isEnd(i) {
			return i
		}
	}
	return len(p.lines)
}

// isEnd reports whether line i says that the article is over: a phrase of
// that kind, or the heading of a box with the number of its entries, as in
// "Bình luận (3)".
func (p *page) isEnd(i int) bool {
	l := &p.lines[i]
	return l.is(phraseEnd) ||
		l.is(phraseBox) && strings.Contains(p.of(i), "(") && strings.ContainsFunc(p.of(i), isDigit)
}

// markHead marks what stands above the title, and date lines, buttons and
// bylines between the title and the first paragraph. The header of an
// official document belongs to it and stays.
func (p *page) markHead() {
	for i := range p.from {
		if !p.official || p.isLabel(i) || p.isSigns(i) {
			p.lines[i].class = noise
		}
	}
	for i := p.from; i < p.to; i++ {
		p.lines[i].class = title
	}
	for i := p.to; i < p.first && i < p.to+headLines && i < len(p.lines); i++ {
		if p.isLabel(i) || p.isStamp(i) || p.isTitleAgain(i) || !p.official && isSignature(p.of(i)) {
			p.lines[i].class = noise
		}
	}
}

// headLines is how many lines below the title can be noise of the head; a
// page without any paragraph is all head.
const headLines = 12

// markBoxes marks the headings of boxes of links and the lines below them
// that are no sentences. The last such line before a further paragraph stays:
// it can be a heading of the article.
func (p *page) markBoxes() {
	if p.official {
		return
	}
	for i := p.to; i < p.close; i++ {
		if !p.lines[i].is(phraseBox) {
			continue
		}
		end, links := i+1, 0
		for ; end < p.close && !(end <= p.last && p.isParagraph(end)); end++ {
			links++
		}
		if end < p.close && links > 0 {
			end--
		}
		for ; i < end; i++ {
			if !endsSentence(p.of(i)) || p.lines[i].is(phraseBox) {
				p.lines[i].class = noise
			}
		}
		i--
	}
}

// markMiddle marks what is noise wherever it stands.
func (p *page) markMiddle() {
	for i := p.to; i < p.close; i++ {
		l := &p.lines[i]
		switch {
		case p.isSigns(i), l.is(phraseButton), p.isTitleAgain(i),
			l.is(phraseCount) && strings.ContainsFunc(p.of(i), isDigit),
			l.labelled(phraseLink) && !endsSentence(p.of(i)):
			l.class = noise
		}
	}
}

// isSigns reports whether line i has neither letters nor digits: "/", "***".
func (p *page) isSigns(i int) bool {
	return p.lines[i].key == "" && p.lines[i].Len() < short && !strings.ContainsFunc(p.of(i), isDigit)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// markTail marks labels, notices, dates and bylines after the last
// paragraph, the lines below the first of these that are no sentences, and
// all there is once the article is over.
func (p *page) markTail() {
	if p.last >= p.to {
		below := false
		for i := p.last + 1; i < p.close; i++ {
			l := &p.lines[i]
			switch {
			case l.class == noise, p.isLabel(i), p.isStamp(i):
				l.class, below = noise, !p.official
			case !p.official && p.isByline(i), below && !endsSentence(p.of(i)):
				l.class = noise
			}
		}
	}
	for i := p.close; i < len(p.lines); i++ {
		p.lines[i].class = noise
	}
}

// isLabel reports whether line i is a label or a notice of the page.
func (p *page) isLabel(i int) bool {
	l := &p.lines[i]
	return l.is(phraseEnd, phraseBox, phraseButton, phraseLine) || l.begins(phraseStart) || l.begins(phraseSite) && !endsSentence(p.of(i)) ||
		l.labelled(phraseLabel) || l.labelled(phraseLink) || isTrail(p.of(i)) ||
		l.is(phraseCount) && strings.ContainsFunc(p.of(i), isDigit)
}

// isByline reports whether line i names who wrote the article.
func (p *page) isByline(i int) bool {
	s := p.of(i)
	return len(s) < 80 && !endsSentence(s) && p.lines[i].begins(phraseSign) || isSignature(s) || isInitials(s)
}

func (p *page) isTitleAgain(i int) bool {
	l := p.lines[i]
	return l.Len() == p.title.Len() && p.of(i) == p.title.Of(p.text)
}

func (p *page) isStamp(i int) bool {
	_, ok := readStamp(p.of(i))
	return ok
}

// parts gathers what was marked.
func (p *page) parts() Parts {
	parts := Parts{Title: p.title}
	for i, l := range p.lines {
		switch l.class {
		case body:
			parts.Body = append(parts.Body, l.Span)
		case caption:
			parts.Captions = append(parts.Captions, l.Span)
		case title:
			if i == p.to-1 && l.End > p.title.End { // the title is the beginning of a long line
				rest := trim(p.text, schema.Span{Start: p.title.End, End: l.End})
				if rest.Len() > 0 {
					parts.Body = append(parts.Body, rest)
				}
			}
		}
	}
	return parts
}
