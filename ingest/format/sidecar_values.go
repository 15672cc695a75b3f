package format

import (
	"slices"
	"strconv"
	"strings"

	"soi/analyzer/place"
	"soi/index/schema"
)

// None is the value by which a sidecar states that a document has no such
// value, against what would be found in it.
const None = "none"

// Keys of a sidecar that are no fields of a document's evidence.
const (
	keyURL        = "url"
	keyDirectives = "directives"
)

// setters take the value of each key; false: it is none. The key that takes a
// list has no setter, see Directives.
var setters = map[string]func(p *Page, value string) bool{
	string(schema.FieldTitle): func(p *Page, v string) bool { p.setTitle(v); return true },
	string(schema.FieldPublished): func(p *Page, v string) bool {
		date, _ := parseDate(v)
		return setKnown(&p.Published, date)
	},
	string(schema.FieldYear): func(p *Page, v string) bool {
		year, err := strconv.Atoi(v)
		if err != nil || !plausibleYear(year) {
			return false
		}
		p.Year = year
		return true
	},
	string(schema.FieldProvince):    func(p *Page, v string) bool { return setProvince(&p.Province, v) },
	string(schema.FieldProvinceNow): func(p *Page, v string) bool { return setProvince(&p.ProvinceNow, v) },
	string(schema.FieldDistrict):    func(p *Page, v string) bool { p.District = v; return true },
	string(schema.FieldCommune):     func(p *Page, v string) bool { p.Commune = v; return true },
	string(schema.FieldLevel): func(p *Page, v string) bool {
		return setKnown(&p.Level, lookUp(levels, value(v)))
	},
	string(schema.FieldKind): func(p *Page, v string) bool {
		return setKnown(&p.Kind, lookUp(docKinds, value(v)))
	},
	string(schema.FieldIssuer): func(p *Page, v string) bool { p.Issuer = v; return true },
	string(schema.FieldSite): func(p *Page, v string) bool {
		p.Site = strings.TrimPrefix(strings.ToLower(v), "www.")
		return true
	},
	keyURL: func(p *Page, v string) bool {
		u, ok := webAddress(v)
		return ok && setKnown(&p.URL, u)
	},
	keyDirectives: nil,
}

func setProvince(to *string, v string) bool {
	found, ok := place.FindProvince(v)
	return ok && setKnown(to, found.Name)
}

// setKnown sets a value unless it is empty.
func setKnown[T ~string](to *T, v T) bool {
	if v != "" {
		*to = v
	}
	return v != ""
}

// follow says which values follow from a stated one: unless they are stated
// too, they are found anew.
var follow = map[string][]schema.Field{
	string(schema.FieldPublished): {schema.FieldYear},
	string(schema.FieldProvince):  {schema.FieldProvinceNow},
}

// Apply overrides the values of a page before the rest of them is found.
func (s Sidecar) Apply(p *Page) (problems []Problem) {
	for _, st := range s.statements {
		set := setters[st.key]
		if set == nil || st.value == None && st.key != string(schema.FieldTitle) {
			continue
		}
		if !set(p, st.value) {
			problems = append(problems, Problem{st.line, badValue(st.key, st.value)})
			continue
		}
		for _, field := range follow[st.key] {
			if !s.states(string(field)) {
				clearField(&p.Document, field)
			}
		}
		give(&p.Document, schema.Field(st.key), s.evidence(st.value))
	}
	if !strings.HasPrefix(p.Published, strconv.Itoa(p.Year)) && s.states(string(schema.FieldPublished)) {
		clearField(&p.Document, schema.FieldYear) // a date wins over a year beside it
	}
	return problems
}

// Deny takes away the values that the sidecar states as None, when all values
// have been found.
func (s Sidecar) Deny(d *schema.Document) {
	for _, st := range s.statements {
		if st.value != None || st.key == string(schema.FieldTitle) {
			continue
		}
		if st.key == keyURL {
			d.URL = ""
			continue
		}
		for _, field := range append(slices.Clone(follow[st.key]), schema.Field(st.key)) {
			if field == schema.Field(st.key) || !s.states(string(field)) {
				clearField(d, field)
			}
		}
		give(d, schema.Field(st.key), s.evidence(None))
	}
}

// Directives gives the list of directives that the document refers to, as
// written, and the line of each, if the sidecar has one.
func (s Sidecar) Directives() (list []string, lines []int, ok bool) {
	for _, st := range s.statements {
		if st.key == keyDirectives {
			for _, i := range st.list {
				list, lines = append(list, i.value), append(lines, i.line)
			}
			return list, lines, true
		}
	}
	return nil, nil, false
}

// ForRecords takes out what cannot hold of all records of a file at once.
func (s *Sidecar) ForRecords() (problems []Problem) {
	s.statements = slices.DeleteFunc(s.statements, func(st statement) bool {
		single := st.key == string(schema.FieldTitle) || st.key == keyURL || st.key == keyDirectives
		if single {
			problems = append(problems, Problem{st.line, badValue(st.key, "not for all records of a file")})
		}
		return single
	})
	return problems
}

func (s Sidecar) states(key string) bool {
	return slices.ContainsFunc(s.statements, func(st statement) bool { return st.key == key })
}

// evidence is that of a value which the sidecar states.
func (s Sidecar) evidence(value string) schema.Evidence {
	if s.Name == "" {
		return schema.Evidence{Rule: schema.RuleFrontMatter, Quote: value, Confidence: 1}
	}
	return schema.Evidence{Rule: schema.RuleSidecar, Quote: s.Name + ": " + value, Confidence: 1}
}

// give notes the evidence of a value that was given from outside.
func give(d *schema.Document, field schema.Field, e schema.Evidence) {
	if d.Evidence == nil {
		d.Evidence = map[schema.Field]schema.Evidence{}
	}
	d.Evidence[field] = e
}

// clearField makes a value unknown.
func clearField(d *schema.Document, field schema.Field) {
	delete(d.Evidence, field)
	switch field {
	case schema.FieldPublished:
		d.Published = ""
	case schema.FieldYear:
		d.Year = 0
	case schema.FieldProvince:
		d.Province = ""
	case schema.FieldProvinceNow:
		d.ProvinceNow = ""
	case schema.FieldDistrict:
		d.District = ""
	case schema.FieldCommune:
		d.Commune = ""
	case schema.FieldLevel:
		d.Level = ""
	case schema.FieldKind:
		d.Kind = ""
	case schema.FieldIssuer:
		d.Issuer = ""
	case schema.FieldSite:
		d.Site = ""
	}
}

// setTitle makes a title of the line that reads so, or else of a new first
// line. The title before becomes part of the body, where the page has one.
func (p *Page) setTitle(title string) {
	before := p.Title
	at, ok := lineThatReads(p.Text, title)
	if !ok {
		p.shift(len(title) + 2)
		p.Text = title + "\n\n" + p.Text
		at = schema.Span{End: len(title)}
		before = schema.Span{Start: before.Start + len(title) + 2, End: before.End + len(title) + 2}
	}
	p.Title = at
	if len(p.Body) > 0 && before.Len() > 0 && before != at {
		p.Body = append(p.Body, before)
		slices.SortFunc(p.Body, func(a, b schema.Span) int { return a.Start - b.Start })
	}
	p.Body = slices.DeleteFunc(p.Body, func(s schema.Span) bool { return s.Start < at.End && s.End > at.Start })
}

// lineThatReads finds the first line that is s.
func lineThatReads(text, s string) (schema.Span, bool) {
	for start := 0; start < len(text); {
		line, _, _ := strings.Cut(text[start:], "\n")
		if trimmed := strings.TrimSpace(line); trimmed == s {
			at := start + strings.Index(line, trimmed)
			return schema.Span{Start: at, End: at + len(trimmed)}, true
		}
		start += len(line) + 1
	}
	return schema.Span{}, false
}

// shift moves all spans by n bytes.
func (p *Page) shift(n int) {
	move := func(spans []schema.Span) {
		for i := range spans {
			spans[i].Start += n
			spans[i].End += n
		}
	}
	move(p.Body)
	move(p.Captions)
	for field, e := range p.Evidence {
		if e.Span != nil {
			e.Span = &schema.Span{Start: e.Span.Start + n, End: e.Span.End + n}
			p.Evidence[field] = e
		}
	}
}
