package web

import (
	"strings"

	"soi/analyzer/place"
	"soi/index/schema"
	"soi/web/message"
)

// otherProvince leads from a search for a province of today to the one for
// the reports that name it alone, from there back, and from a former province
// that no report names to that of today. It is nil where the province was
// typed in the query.
func (v view) otherProvince(st *state, n schema.Note, url func(state) string) *link {
	chosen, ok := st.province(n.Args[0])
	if !ok {
		return nil
	}
	switch name := n.Args[0]; n.Kind {
	case schema.NoteFormer:
		return &link{URL: url(st.replace(schema.FieldProvince, chosen, name+"@")), Text: v.printer.Text(message.UseApart, name)}
	case schema.NoteApart:
		return &link{URL: url(st.replace(schema.FieldProvince, chosen, name)), Text: v.printer.Text(message.UseWhole, name)}
	}
	now := st.without(schema.FieldProvince, chosen).with(schema.FieldProvinceNow, n.Args[1])
	return &link{URL: url(now), Text: v.printer.Text(message.UseWhole, n.Args[1])}
}

// province is the value of the province filter that names a province.
func (s *state) province(name string) (chosen string, ok bool) {
	wanted, known := place.FindProvince(name)
	for _, value := range s.chosen[schema.FieldProvince] {
		p, ok := place.FindProvince(strings.TrimSuffix(value, "@"))
		if ok && known && p.Name == wanted.Name {
			return value, true
		}
	}
	return "", false
}

// apart is what asks for the reports that name a province, without those of
// the provinces that it was made of.
func apart(name string) string {
	if p, ok := place.FindProvince(name); ok && len(p.Former()) > 1 {
		return name + "@"
	}
	return name
}
