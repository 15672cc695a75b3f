package message

import (
	"strings"

	"soi/index/schema"
)

// Messages of what would be found with one condition less.
const (
	RelaxIntro Key = "relax.intro"
	RelaxPart  Key = "relax.part"  // part of the query
	RelaxDates Key = "relax.dates" // first and last day
	RelaxFrom  Key = "relax.from"  // first day
	RelaxUntil Key = "relax.until" // last day
)

var relaxationEntries = map[Key]entry{
	RelaxIntro: {vi: "Bớt một điều kiện thì có:", en: "With one condition less:"},
	RelaxPart:  {vi: "Bỏ %s", en: "Without %s"},
	RelaxDates: {vi: "Bỏ lọc từ ngày %[1]s đến ngày %[2]s", en: "Remove filter from %[1]s to %[2]s"},
	RelaxFrom:  {vi: "Bỏ lọc từ ngày %s", en: "Remove filter from %s"},
	RelaxUntil: {vi: "Bỏ lọc đến ngày %s", en: "Remove filter until %s"},
}

// Relaxation says which condition is left out: "Bỏ lọc Tỉnh, thành phố: Lai
// Châu".
func (p *Printer) Relaxation(r schema.Relaxation) string {
	switch {
	case r.Field == "" && len(r.Values) == 0:
		return p.Text(DropFilters)
	case r.Field == "":
		return p.Text(RelaxPart, strings.Join(r.Values, " "))
	case r.Field == schema.FieldPublished && len(r.Values) == 2:
		return p.dates(r.Values[0], r.Values[1])
	}
	var values []string
	for _, v := range r.Values {
		values = append(values, p.Value(r.Field, v))
	}
	return p.Text(FilterDrop, p.Field(r.Field), strings.Join(values, ", "))
}

func (p *Printer) dates(from, to string) string {
	switch {
	case to == "":
		return p.Text(RelaxFrom, p.Date(from))
	case from == "":
		return p.Text(RelaxUntil, p.Date(to))
	}
	return p.Text(RelaxDates, p.Date(from), p.Date(to))
}
