package place

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/place"
	"soi/index/schema"
)

// The weights of the votes for a province, and the confidence below which it
// stays empty. They were set on five real reports, one of which rightly has
// none.
const (
	weightNamed    = 1.0 // tỉnh X, Tỉnh ủy X, TP X
	weightPrefix   = 1.2 // title "X: …"
	weightHeader   = 0.8 // a line above the title that is only X
	weightDistrict = 0.8 // over the number of provinces that have the district
	weightSite     = 1.2 // the host names X
	leastConfident = 0.3
	overRivals     = 0.6  // where the title names another province too
	maxVotes       = 2    // votes of one kind for one name that count in full
	furtherVote    = 0.25 // of a vote of which there were so many
)

// A tally is what one province has.
type tally struct {
	name     string
	score    float64
	weight   float64 // of the strongest vote, whose evidence is kept
	evidence schema.Evidence
}

// A ballot counts votes. Order keeps the names as they came, so that the
// outcome does not hang on the order of a map.
type ballot struct {
	tallies map[string]*tally
	order   []string
	cast    map[string]int // votes by kind and name
}

// add counts a vote for the province, one of which there were enough for less.
func (b *ballot) add(province, kind string, weight float64, e schema.Evidence) {
	b.share(province, weight*b.worth(kind), e)
}

// worth counts a vote of a kind and returns what it is worth.
func (b *ballot) worth(kind string) float64 {
	if b.cast[kind]++; b.cast[kind] > maxVotes {
		return furtherVote
	}
	return 1
}

func (b *ballot) share(province string, weight float64, e schema.Evidence) {
	t := b.tallies[province]
	if t == nil {
		t = &tally{name: province}
		b.tallies[province] = t
		b.order = append(b.order, province)
	}
	t.score += weight
	if weight > t.weight {
		t.weight, t.evidence = weight, e
	}
}

// winner returns the province with the most votes, with the confidence
// (top − second)/top × (0.5 + min(top, 2)/4).
func (b *ballot) winner() (tally, bool) {
	if len(b.order) == 0 {
		return tally{}, false
	}
	ranked := make([]tally, len(b.order))
	for i, name := range b.order {
		ranked[i] = *b.tallies[name]
	}
	slices.SortStableFunc(ranked, func(a, b tally) int { return cmp.Compare(b.score, a.score) })
	top, second := ranked[0], 0.0
	if len(ranked) > 1 {
		second = ranked[1].score
	}
	top.evidence.Confidence = (top.score - second) / top.score * (0.5 + min(top.score, 2)/4)
	return top, top.evidence.Confidence >= leastConfident
}

// vote lets all the evidence vote.
func (l *location) vote() (tally, bool) {
	b := &ballot{tallies: map[string]*tally{}, cast: map[string]int{}}
	l.votePrefix(b)
	l.voteHeader(b)
	for _, m := range l.mentions {
		l.voteMention(b, m)
	}
	l.voteSite(b)
	winner, ok := b.winner()
	ok = ok && l.prominent(winner.name) && (!l.rivalled(winner.name) || winner.evidence.Confidence >= overRivals)
	return winner, ok
}

// ofDate returns the name of the province when the document was written: since
// it ended, its name stands for the province it belongs to.
func (l *location) ofDate(p place.Province, e schema.Evidence) (string, schema.Evidence) {
	name := p.On(l.date)
	if name != p.Name && l.afterMerger() {
		e.Rule = schema.RuleMerger
	}
	return name, e
}

func (l *location) voteFor(b *ballot, p place.Province, kind string, weight float64, e schema.Evidence) {
	name, e := l.ofDate(p, e)
	b.add(name, kind+p.Name, weight, e)
}

// voteMention counts what one mention says.
func (l *location) voteMention(b *ballot, m mention) {
	rule := schema.RuleBody
	if m.inTitle {
		rule = schema.RuleTitle
	}
	switch {
	case m.plural, m.institution:
	case m.province.Name != "":
		l.voteFor(b, m.province, "named ", weightNamed, l.quote(rule, m.span, 0))
	case len(m.districts) > 0:
		l.voteDistrict(b, m)
	}
}

// voteDistrict shares a vote among the provinces that have the district.
// Where the province follows by name, it has the vote alone.
func (l *location) voteDistrict(b *ballot, m mention) {
	kind := "district " + string(m.unit) + " " + m.districts[0].Name
	worth := b.worth(kind)
	provinces := l.provincesOf(m)
	for _, name := range provinces {
		if p, ok := place.FindProvince(name); ok {
			name, e := l.ofDate(p, l.quote(schema.RuleDistrict, m.span, 0))
			b.share(name, worth*weightDistrict/float64(len(provinces)), e)
		}
	}
}

// provincesOf returns the provinces that the districts of a mention were in when
// the document was written, each once, or only the one that follows by name if
// it is among them.
func (l *location) provincesOf(m mention) []string {
	var names []string
	for _, d := range m.districts {
		name := d.ProvinceOn(l.date)
		if d.WasIn(m.within.Name) {
			if l.date == "" {
				name = m.within.On("") // as the text says: Mê Linh, Vĩnh Phúc
			}
			return []string{name}
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// A prefix is the part of a title before its colon, "Lục Ngạn (Bắc Giang):".
type prefix struct {
	span      schema.Span      // empty if the title has none
	province  place.Province   // that it names
	districts []place.District // that it, or the title right after it, names without a marker
	names     schema.Span      // where the districts are named
}

// longestPrefix is the length in bytes of the longest prefix looked at.
const longestPrefix = 80

// titlePrefix reads the prefix of a title.
func titlePrefix(text string, title schema.Span) prefix {
	head, _, ok := strings.Cut(title.Of(text), ":")
	if !ok || len(head) > longestPrefix {
		return prefix{}
	}
	x := prefix{span: schema.Span{Start: title.Start, End: title.Start + len(head)}}
	x.names = x.span
	parts := strings.FieldsFunc(head, func(r rune) bool { return r == '(' || r == ')' || r == ',' })
	for i := len(parts) - 1; i >= 0; i-- {
		part := strings.TrimSpace(parts[i])
		if p, ok := namedProvince(part); ok && x.province.Name == "" {
			x.province = p
		} else if districts := place.Districts(part); i == 0 && isName(part) {
			x.districts = districts
		}
	}
	if x.province.Name != "" && x.districts == nil {
		x.readAfter(text[:title.End])
	}
	return x
}

// readAfter reads a district of the prefix's province that follows it: "Hà
// Tĩnh: Thạch Hà sau bốn năm …".
func (x *prefix) readAfter(text string) {
	rest := strings.TrimLeft(text[x.span.End:], ": \u00a0")
	at := len(text) - len(rest)
	districts, end := place.DistrictsAt(text, at)
	for _, d := range districts {
		if d.WasIn(x.province.Name) && d.Name != x.province.Name {
			x.districts, x.names = []place.District{d}, schema.Span{Start: at, End: end}
		}
	}
}

// namedProvince returns the province that a phrase names in capitals. The
// name Hồ Chí Minh alone is a person.
func namedProvince(s string) (place.Province, bool) {
	p, ok := place.FindProvince(s)
	if !ok || !isName(s) || place.CompareNames(s, "Hồ Chí Minh") == 0 || strings.EqualFold(s, "Hồ Chí Minh") {
		return place.Province{}, false
	}
	return p, true
}

// isName reports whether s begins with a capital, as names do and codes do
// not.
func isName(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

func (l *location) votePrefix(b *ballot) {
	x := l.prefix
	e := l.quote(schema.RuleTitle, x.span, 0)
	switch {
	case x.province.Name != "":
		l.voteFor(b, x.province, "prefix ", weightPrefix, e)
	case len(x.districts) > 0:
		l.voteDistrict(b, mention{span: x.span, districts: x.districts})
	}
}

// headerLines is how many lines above the title are looked at.
const headerLines = 20

// voteHeader counts the lines above the title that are only the name of a
// province.
func (l *location) voteHeader(b *ballot) {
	text := l.doc.Text
	start, n := 0, 0
	for start < l.title.Start && n < headerLines {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			return
		}
		end += start
		raw := text[start:end]
		left := strings.TrimLeftFunc(raw, unicode.IsSpace)
		s := strings.TrimRightFunc(left, unicode.IsSpace)
		span := schema.Span{Start: start + len(raw) - len(left)}
		span.End = span.Start + len(s)
		if p, ok := namedProvince(s); ok && span.End <= l.title.Start {
			l.voteFor(b, p, "header ", weightHeader, l.quote(schema.RuleLine, span, 0))
		}
		start = end + 1
		if s != "" {
			n++
		}
	}
}
