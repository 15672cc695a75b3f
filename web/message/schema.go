package message

import (
	"strconv"
	"strings"

	"soi/analyzer/place"
	"soi/index/schema"
)

// Field is the name of a field as a heading: "Tỉnh, thành phố".
func (p *Printer) Field(f schema.Field) string { return p.named("field.", string(f)) }

// Level is the name of a level: "Cấp huyện".
func (p *Printer) Level(l schema.Level) string { return p.named("level.", string(l)) }

// Kind is the name of a kind of document: "Báo cáo".
func (p *Printer) Kind(k schema.Kind) string { return p.named("kind.", string(k)) }

// Rule says where a value comes from: "nêu trong bài".
func (p *Printer) Rule(r schema.Rule) string { return p.named("rule.", string(r)) }

// RefKind says how a directive was named: "theo số hiệu".
func (p *Printer) RefKind(k schema.RefKind) string { return p.named("ref.", string(k)) }

// AcronymKind says how a short form belongs to its long form: "chữ cái đầu".
func (p *Printer) AcronymKind(k schema.AcronymKind) string { return p.named("acronym.", string(k)) }

// Relation says what one directive does to another: "thực hiện".
func (p *Printer) Relation(k schema.RelationKind) string { return p.named("relation.", string(k)) }

// End says why a tree of relations does not go on.
func (p *Printer) End(e schema.End) string { return p.named("end.", string(e)) }

// Sort is the name of an order of hits: "Mới nhất".
func (p *Printer) Sort(s schema.Sort) string {
	if s == "" {
		s = schema.SortScore
	}
	return p.named("sort.", string(s))
}

// named is the message of a value of schema, or the value itself where the
// catalogue has none. The empty value is unknown.
func (p *Printer) named(prefix, value string) string {
	if value == "" {
		return p.Text(Unknown)
	}
	if key := Key(prefix + value); Has(key) {
		return p.Text(key)
	}
	return value
}

// Value is a facet's or filter's value as people read it. Provinces, years
// and sites stay as they are.
func (p *Printer) Value(f schema.Field, value string) string {
	switch f {
	case schema.FieldLevel:
		return p.Level(schema.Level(value))
	case schema.FieldKind:
		return p.Kind(schema.Kind(value))
	case schema.FieldDirective:
		return p.Directive(value)
	case schema.FieldProvince, schema.FieldProvinceNow:
		name, apart := strings.CutSuffix(value, "@")
		if found, ok := place.FindProvince(name); ok {
			name = found.Name
		}
		if apart {
			return p.Text(ProvinceApart, name)
		}
		return name
	case schema.FieldYear:
		return strings.Replace(value, "..", "–", 1)
	}
	return value
}

// FacetValue is a value of a facet as people read it.
func (p *Printer) FacetValue(f schema.Field, v schema.FacetValue) string {
	switch {
	case f == schema.FieldDirective && v.Label != "":
		return p.Directive(v.Label)
	case f == schema.FieldProvince && v.Label != "" && v.Label != v.Value:
		return v.Label
	}
	return p.Value(f, v.Value)
}

// Directive is a directive's label or identity as people read it: "21-KL/TW@XIII" is
// "21-KL/TW (XIII)", "64-KH/HU@quang-nam/tien-phuoc" is
// "64-KH/HU (Tiên Phước, Quảng Nam)". With nothing behind its "@" it is the
// one of several whose term, or place or year, is not known.
func (p *Printer) Directive(identity string) string {
	code, tail, ok := strings.Cut(identity, "@")
	switch {
	case strings.HasPrefix(code, plenumResolution), strings.HasPrefix(code, plenumConclusion):
		return p.plenum(code)
	case !ok || code == "":
		return code
	case tail == "" && strings.HasSuffix(code, "TW"): // central Party: the term tells them apart
		return p.Text(DirectiveNoTerm, code)
	case tail == "":
		return p.Text(DirectiveNoTail, code)
	}
	var parts []string
	for _, part := range strings.Split(tail, ":") {
		switch key := Key("type." + part); {
		case part == "": // the tail is the whole one, where others have more
			part = p.Text(DirectiveNoMore)
		case Has(key):
			part = p.Text(key)
		default:
			part = p.placeName(part)
		}
		parts = append(parts, part)
	}
	return code + " (" + strings.Join(parts, ", ") + ")"
}

// The beginnings of the codes that Soi gives to the resolutions and conclusions
// of the Central Committee's plenums, which have none: NQTW4-XII.
const (
	plenumResolution = "NQTW"
	plenumConclusion = "KLTW"
)

// plenum names a plenum's resolution or conclusion: "Nghị quyết Trung ương 4
// khóa XII".
func (p *Printer) plenum(code string) string {
	name, nameOf := DirectivePlenum, DirectivePlenumOf
	if strings.HasPrefix(code, plenumConclusion) {
		name, nameOf = ConclusionPlenum, ConclusionPlenumOf
	}
	number, term, known := strings.Cut(code[len(plenumResolution):], "-")
	if !known {
		return p.Text(name, number)
	}
	return p.Text(nameOf, number, term)
}

// unknownPlace stands in an identity for a place that is not known.
const unknownPlace = "-"

// placeName is the name of a place that an identity gives by its slugs, from
// the province downwards: its own and its province's, as far as they are known.
// What is no place comes back as it is.
func (p *Printer) placeName(path string) string {
	slugs := strings.Split(path, "/")
	last := slugs[len(slugs)-1]
	if slugs[0] == unknownPlace {
		return strings.ReplaceAll(last, "-", " ") + ", " + p.Text(DirectiveNoPlace)
	}
	province, ok := place.FindProvince(slugs[0])
	switch {
	case !ok || province.Slug != slugs[0]:
		return path
	case len(slugs) == 1:
		return province.Name
	case last == unknownPlace:
		return p.Text(DirectiveNoPlace) + ", " + p.placeName(strings.Join(slugs[:len(slugs)-1], "/"))
	}
	return unitName(province, last) + ", " + province.Name
}

// unitName is the name of a district or commune of a province with the slug,
// or the slug's words where the gazetteer has none.
func unitName(province place.Province, slug string) string {
	for _, d := range place.DistrictsOf(province.Name) {
		if d.Slug() == slug {
			return d.Name
		}
	}
	words := strings.ReplaceAll(slug, "-", " ")
	for _, c := range place.Communes(words) {
		if c.Province == province.Name {
			return c.Name
		}
	}
	return words
}

// FilterError says which filter has a value that nothing is known of, and
// what is close to it or what values look like.
func (p *Printer) FilterError(e *schema.FilterError) string {
	text := p.Text(FilterUnknown, p.Field(e.Field), e.Value)
	if e.Near != "" {
		return text + " " + p.Text(FilterNear, p.Value(e.Field, e.Near))
	}
	if key := Key("error.filter." + string(e.Field)); Has(key) {
		return text + " " + p.Text(key)
	}
	return text
}

// Note puts a note of a search into a sentence.
func (p *Printer) Note(n schema.Note) string {
	key := Key("note." + string(n.Kind))
	switch n.Kind {
	case schema.NoteSyntax:
		return p.Repair(arg(n, 0), arg(n, 2))
	case schema.NoteRelaxed:
		return p.Text(key, number(arg(n, 0)))
	case schema.NoteTooLong:
		return p.Text(key, number(arg(n, 0)), number(arg(n, 1)))
	case schema.NoteRestored:
		if arg(n, 2) == schema.TypedShapes {
			key = RestoredTones
		}
		return p.Text(key, arg(n, 0), arg(n, 1))
	case schema.NoteMeanings:
		return p.Text(key, arg(n, 0), p.meanings(n.Args[min(1, len(n.Args)):]))
	case schema.NoteAcronym, schema.NoteShort, schema.NoteHorn, schema.NoteKeystrokes, schema.NoteMeant, schema.NoteDidYouMean, schema.NoteMerged:
		return p.Text(key, arg(n, 0), arg(n, 1))
	case schema.NoteFormer, schema.NoteApart:
		return p.Text(key, arg(n, 0), strings.Join(n.Args[min(1, len(n.Args)):], ", "))
	case schema.NoteIdentities:
		var identities []string
		for i := 1; i < len(n.Args); i++ {
			identities = append(identities, p.Directive(n.Args[i]))
		}
		return p.Text(key, arg(n, 0), strings.Join(identities, "; "))
	case schema.NoteFilterMended:
		return p.Text(key, arg(n, 0), arg(n, 1))
	case schema.NoteFilterDropped:
		return p.Text(key, arg(n, 0), p.FilterError(&schema.FilterError{Field: schema.Field(arg(n, 1)), Value: arg(n, 2)}))
	case schema.NotePartial:
		return p.Text(key, arg(n, 0))
	}
	return p.named("note.", string(n.Kind))
}

// meanings lists the meanings of an acronym with the number of documents that
// declare each.
func (p *Printer) meanings(pairs []string) string {
	var all []string
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, "“"+pairs[i]+"” ("+p.Number(number(pairs[i+1]))+")")
	}
	return strings.Join(all, ", ")
}

// Repair says what was wrong with a query and how it was taken. The kind is
// one of index/query's; at is what stands where it was wrong.
func (p *Printer) Repair(kind, at string) string {
	key := Key("repair." + kind)
	if !Has(key) {
		return p.Text(RepairOther, at)
	}
	return p.Text(key, at)
}

// arg is the i-th argument of a note, "" if it has none.
func arg(n schema.Note, i int) string {
	if i >= len(n.Args) {
		return ""
	}
	return n.Args[i]
}

// number is s as an int, so that it is written as the language writes
// numbers and chooses the plural; 0 if it is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
