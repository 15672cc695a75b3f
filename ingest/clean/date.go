package clean

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// FieldNotBefore is the key of the evidence for Document.NotBefore.
const FieldNotBefore schema.Field = "not_before"

// Date fills Published, Year and NotBefore of d with their evidence. Values
// that are there already are left as they are.
//
// The page's own date stands in a date line: up to four lines after the
// title, above it together with an hour, or in the last six lines of the
// page. A lone date above the title is the clock of the page. An official
// document is dated beside its number. Where there is no such date, the
// latest date of the body is the day before which the text was not written.
func Date(d *schema.Document) {
	if d.Published == "" {
		p := pageOf(d)
		if best, ok := p.published(); ok {
			d.Published = best.iso()
			setEvidence(d, schema.FieldPublished, best.evidence(d.Text))
		} else if latest, ok := latestDate(d); ok && d.NotBefore == "" {
			d.NotBefore = latest.ISO()
			span := schema.Span{Start: latest.Start, End: latest.End}
			setEvidence(d, FieldNotBefore, schema.Evidence{
				Rule: schema.RuleBody, Quote: span.Of(d.Text), Span: &span, Confidence: 0.6,
			})
		}
	}
	fillYear(d)
}

// fillYear takes the year from the date.
func fillYear(d *schema.Document) {
	if d.Year != 0 || len(d.Published) < 4 {
		return
	}
	year, err := strconv.Atoi(d.Published[:4])
	if err != nil {
		return
	}
	d.Year = year
	e := d.Evidence[schema.FieldPublished]
	if e.Quote == "" {
		e = schema.Evidence{Quote: d.Published, Confidence: 1}
	}
	e.Rule = schema.RuleDate
	setEvidence(d, schema.FieldYear, e)
}

func setEvidence(d *schema.Document, f schema.Field, e schema.Evidence) {
	if d.Evidence == nil {
		d.Evidence = map[schema.Field]schema.Evidence{}
	}
	d.Evidence[f] = e
}

// pageOf reads the page of a document again, with the title it has now.
func pageOf(d *schema.Document) *page {
	p := readPage(d.Text)
	if d.Title.Len() > 0 && d.Title != p.title {
		p.title = d.Title
		p.from, p.to = 0, 0
		for i, l := range p.lines {
			if l.End <= d.Title.Start {
				p.from = i + 1
			}
			if l.Start < d.Title.End {
				p.to = i + 1
			}
		}
		p.official = p.official && p.from > 0
	}
	p.event = latestISO(d)
	return p
}

// A candidate is a date that could be the page's own.
type candidate struct {
	stamp
	span       schema.Span // its line
	score      int
	confidence float64
	rule       schema.Rule
}

func (c candidate) evidence(text string) schema.Evidence {
	span := c.span
	return schema.Evidence{Rule: c.rule, Quote: span.Of(text), Span: &span, Confidence: c.confidence}
}

// published returns the page's own date.
func (p *page) published() (candidate, bool) {
	if p.official {
		if c, ok := p.headerDate(); ok {
			return c, true
		}
	}
	candidates := p.candidates()
	if len(candidates) == 0 {
		return candidate{}, false
	}
	best := slices.MaxFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(b.iso(), a.iso()))
	})
	best.confidence = 0.6
	if best.clock {
		best.confidence = 0.95
		for _, c := range candidates {
			if c.clock && c.iso() != best.iso() {
				best.confidence = 0.9
			}
		}
	}
	return best, true
}

const (
	linesAfterTitle = 4
	lastLines       = 6
)

// candidates returns the date lines that may be the page's own date. Above
// the title only a date with an hour counts, and among the links below the
// article only one that says what it is: the others are dates of the links.
func (p *page) candidates() []candidate {
	var out []candidate
	links := p.links()
	try := func(i int) {
		s, ok := readStamp(p.of(i))
		above := i < p.from
		if !ok || above && !s.clock || i >= links && !isPosted(p.of(i)) || isToday(p.lines[i].key) {
			return
		}
		c := candidate{stamp: s, span: p.lines[i].Span, rule: schema.RuleLine, score: s.weekday}
		if s.clock {
			c.score += 3
		}
		if !above {
			c.score++
		}
		if p.event == "" || s.iso() >= p.event {
			c.score++
		}
		out = append(out, c)
	}
	head := min(p.to+linesAfterTitle, len(p.lines))
	for i := max(0, p.from-headerLines); i < head; i++ {
		if i < p.from || i >= p.to {
			try(i)
		}
	}
	for i := max(head, len(p.lines)-lastLines); i < len(p.lines); i++ {
		try(i)
	}
	return out
}

// links is the first line below the article that heads a box of links, or the
// line from which on the article is over; len(p.lines) if there is neither.
func (p *page) links() int {
	if p.last < p.to {
		return p.close // no paragraph tells where the article is
	}
	for i := p.last + 1; i < p.close; i++ {
		if p.lines[i].is(phraseBox, phraseEnd) {
			return i
		}
	}
	return p.close
}

// isToday reports whether a line, by its key, tells the reader's day, not the
// one of the article: "Hôm nay: Thứ Bảy, 22/06/2024 14:35".
func isToday(key string) bool {
	return strings.HasPrefix(key, "hom nay ") || strings.HasPrefix(key, "bay gio la ")
}

// headerDate returns the date beside the number of an official document:
// "Hà Nội, ngày 25 tháng 10 năm 2021".
func (p *page) headerDate() (candidate, bool) {
	for i := range min(p.to, len(p.lines)) {
		l := p.lines[i]
		if i >= p.from || !strings.Contains(l.key, "ngay") {
			continue
		}
		for _, d := range cite.FindDates(p.of(i)) {
			if d.Year >= earliest && d.Day != 0 {
				return candidate{stamp: stamp{Date: d}, span: l.Span, rule: schema.RuleDateHeader, confidence: 0.9}, true
			}
		}
	}
	return candidate{}, false
}

// latestISO is latestDate in ISO form, "" if there is none.
func latestISO(d *schema.Document) string {
	if latest, ok := latestDate(d); ok {
		return latest.ISO()
	}
	return ""
}

// latestDate returns the latest date of title, body and captions that is not
// a deadline or a plan and, where the day of the file is known, not after it. Offsets
// count bytes of d.Text.
func latestDate(d *schema.Document) (cite.Date, bool) {
	limit := "9999"
	if !d.Source.ModTime.IsZero() {
		limit = d.Source.ModTime.Format("2006-01-02")
	}
	var latest cite.Date
	found := false
	for _, spans := range [][]schema.Span{{d.Title}, d.Body, d.Captions} {
		for _, span := range spans {
			s := span.Of(d.Text)
			for _, c := range cite.FindDates(s) {
				if c.Year < earliest || c.Day == 0 || c.ISO() > limit || isAhead(s, c) {
					continue
				}
				if !found || c.ISO() > latest.ISO() {
					found, latest = true, c
					latest.Start += span.Start
					latest.End += span.Start
				}
			}
		}
	}
	return latest, found
}
