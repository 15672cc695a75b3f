package index

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"soi/analyzer/cite"
	gazetteer "soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/internal/column"
	"soi/index/query"
	"soi/index/schema"
)

// A filter lets documents through that have one of a set of values.
type filter struct {
	field string
	set   column.Set
}

// A filterer makes filters of values as people type them.
type filterer struct {
	*lookups
	notes []schema.Note
}

// filters gives the filters of a request, with those typed in its query.
func (f *filterer) filters(req schema.Filter, typed []query.Field) ([]filter, error) {
	req, err := withTyped(req, typed)
	if err != nil {
		return nil, err
	}
	var all []filter
	add := func(field string, n int, make func() (column.Set, error)) {
		if n == 0 || err != nil {
			return
		}
		var set column.Set
		set, err = make()
		all = append(all, filter{field, set})
	}
	add(fieldProvince, len(req.Province), func() (column.Set, error) { return f.provinces(fieldProvince, req.Province) })
	add(fieldProvinceNow, len(req.ProvinceNow), func() (column.Set, error) { return f.provinces(fieldProvinceNow, req.ProvinceNow) })
	add(fieldDirective, len(req.Directive), func() (column.Set, error) { return f.directives(req.Directive) })
	add(fieldYear, len(req.Year), func() (column.Set, error) { return f.years(req.Year), nil })
	add(fieldLevel, len(req.Level), func() (column.Set, error) { return f.levels(req.Level) })
	add(fieldKind, len(req.Kind), func() (column.Set, error) { return f.kinds(req.Kind) })
	add(fieldSite, len(req.Site), func() (column.Set, error) { return f.sites(req.Site), nil })
	add(fieldPublished, len(req.From)+len(req.To), func() (column.Set, error) { return f.dates(req.From, req.To) })
	return all, err
}

// withTyped adds fields typed in a query to the filter of its request.
func withTyped(req schema.Filter, typed []query.Field) (schema.Filter, error) {
	req.Province = slices.Clone(req.Province)
	req.Directive = slices.Clone(req.Directive)
	req.Year = slices.Clone(req.Year)
	req.Level = slices.Clone(req.Level)
	for _, t := range typed {
		switch t.Name {
		case query.Province:
			req.Province = append(req.Province, t.Value)
		case query.Code:
			req.Directive = append(req.Directive, t.Value)
		case query.Level:
			req.Level = append(req.Level, schema.Level(t.Value))
		case query.Year:
			from, to, ok := query.Years(t.Value)
			if !ok {
				return req, &schema.FilterError{Field: schema.FieldYear, Value: t.Value}
			}
			req.Year = append(req.Year, schema.YearRange{From: from, To: to})
		}
	}
	return req, nil
}

// value gives what a field inside a query's tree asks for.
func (f *filterer) value(n query.Field) (valueOf, error) {
	filters, err := f.filters(schema.Filter{}, []query.Field{n})
	if err != nil {
		return valueOf{}, err
	}
	v := valueOf{field: filters[0].field}
	for i, value := range f.columns[v.field].Values() {
		if filters[0].set[i] {
			v.values = append(v.values, value)
		}
	}
	return v, nil
}

// nearProvince gives the name of the province whose slug is like the given
// one, or "".
func nearProvince(slug string) string {
	best, least := "", 1+len(slug)/5
	for _, p := range gazetteer.Provinces() {
		if d := distance(slug, p.Slug, least); d <= least {
			best, least = p.Name, d-1
		}
	}
	return best
}

// distance is the number of letters to insert, drop or change to make b of a,
// or more than most if it takes more than that.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// directives chooses the identities of the codes typed: all of a code, or
// those with the tail that was typed behind it.
func (f *filterer) directives(typed []string) (column.Set, error) {
	c := f.columns[fieldDirective]
	all := make(column.Set, len(c.Values()))
	for _, t := range typed {
		ref, tail, ok := cite.ParseCode(t)
		if o := c.Ordinal(t); !ok && o >= 0 { // one that is found in texts and by nothing that is typed
			all[o] = true
			continue
		}
		if !ok {
			return nil, &schema.FilterError{Field: schema.FieldDirective, Value: t}
		}
		var matched []string
		key := cite.Key(ref.Code)
		for i, identity := range c.Values() {
			if code, _ := cite.ParseIdentity(identity); cite.Key(code) == key && cite.MatchIdentity(identity, t) {
				all[i] = true
				matched = append(matched, identity)
			}
		}
		if tail == "" && len(matched) > 1 {
			args := []string{t}
			for _, identity := range matched {
				args = append(args, cite.ExactIdentity(identity, matched))
			}
			f.notes = append(f.notes, schema.Note{Kind: schema.NoteIdentities, Args: args})
		}
	}
	return all, nil
}

func (f *filterer) years(ranges []schema.YearRange) column.Set {
	return f.columns[fieldYear].Choose(func(v string) bool {
		year, err := strconv.Atoi(v)
		return err == nil && slices.ContainsFunc(ranges, func(r schema.YearRange) bool {
			return year >= r.From && (r.To == 0 || year <= r.To)
		})
	})
}

// levelNames are the ways to type a level, without marks.
var levelNames = map[string]schema.Level{
	"trung-uong": schema.LevelCentral, "tw": schema.LevelCentral, "central": schema.LevelCentral,
	"tinh": schema.LevelProvince, "province": schema.LevelProvince,
	"huyen": schema.LevelDistrict, "quan": schema.LevelDistrict, "thi-xa": schema.LevelDistrict, "district": schema.LevelDistrict,
	"xa": schema.LevelCommune, "phuong": schema.LevelCommune, "thi-tran": schema.LevelCommune, "commune": schema.LevelCommune,
	"khac": schema.LevelOther, "other": schema.LevelOther,
}

func (f *filterer) levels(typed []schema.Level) (column.Set, error) {
	wanted := map[string]bool{}
	for _, t := range typed {
		level, ok := levelNames[viet.Slug(strings.ReplaceAll(string(t), "_", " "))]
		if !ok {
			return nil, &schema.FilterError{Field: schema.FieldLevel, Value: string(t)}
		}
		wanted[string(level)] = true
	}
	return f.columns[fieldLevel].Choose(func(v string) bool { return wanted[v] }), nil
}

func (f *filterer) kinds(typed []schema.Kind) (column.Set, error) {
	known := []schema.Kind{schema.KindReport, schema.KindNews, schema.KindDocument, schema.KindOther}
	for _, t := range typed {
		if !slices.Contains(known, t) {
			return nil, &schema.FilterError{Field: schema.FieldKind, Value: string(t)}
		}
	}
	return f.columns[fieldKind].Choose(func(v string) bool { return slices.Contains(typed, schema.Kind(v)) }), nil
}

func (f *filterer) sites(typed []string) column.Set {
	var hosts []string
	for _, t := range typed {
		hosts = append(hosts, strings.TrimPrefix(strings.ToLower(strings.TrimSpace(t)), "www."))
	}
	return f.columns[fieldSite].Choose(func(v string) bool { return slices.Contains(hosts, v) })
}

func (f *filterer) dates(from, to string) (column.Set, error) {
	for _, d := range []string{from, to} {
		if _, err := time.Parse(time.DateOnly, cmp.Or(d, "2000-01-01")); err != nil {
			return nil, &schema.FilterError{Field: schema.FieldPublished, Value: d}
		}
	}
	return f.columns[fieldPublished].Choose(func(v string) bool { return v >= from && (to == "" || v <= to) }), nil
}
