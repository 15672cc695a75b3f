package format

import (
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"soi/index/schema"
)

// WriteSidecar writes a document's values as a sidecar to start from: what is
// known with a comment, what is not as a comment. why tells why a value was
// taken; it may return "".
func WriteSidecar(d *schema.Document, why func(schema.Field) string) string {
	var b strings.Builder
	for _, v := range []struct{ key, value string }{
		{string(schema.FieldTitle), oneLine(d.TitleText())},
		{string(schema.FieldPublished), d.Published},
		{string(schema.FieldProvince), d.Province},
		{string(schema.FieldProvinceNow), d.ProvinceNow},
		{string(schema.FieldDistrict), d.District},
		{string(schema.FieldCommune), d.Commune},
		{string(schema.FieldLevel), string(d.Level)},
		{string(schema.FieldKind), string(d.Kind)},
		{string(schema.FieldIssuer), d.Issuer},
		{keyURL, d.URL},
		{string(schema.FieldSite), d.Site},
	} {
		if v.value == "" {
			b.WriteString("# " + v.key + ":\n")
			continue
		}
		b.WriteString(v.key + ": " + quote(v.value))
		if reason := oneLine(why(schema.Field(v.key))); reason != "" {
			b.WriteString(" # " + reason)
		}
		b.WriteString("\n")
	}
	ids := d.Directives()
	if len(ids) == 0 {
		b.WriteString("# " + keyDirectives + ":\n")
		return b.String()
	}
	b.WriteString(keyDirectives + ":\n")
	for _, id := range ids {
		b.WriteString("  - " + quote(id) + "\n")
	}
	return b.String()
}

// quote writes a value of one line as YAML: plain where it is then read back
// as it was, which not all that the library leaves plain is ("?").
func quote(value string) string {
	out, err := yaml.Marshal(value)
	text := strings.TrimSuffix(string(out), "\n")
	if err == nil && !strings.Contains(text, "\n") {
		s, problems := ParseSidecar("", []byte(string(schema.FieldTitle)+": "+text+" #"), 1)
		if len(problems) == 0 && len(s.statements) == 1 && s.statements[0].value == value {
			return text
		}
	}
	return strconv.Quote(value) // YAML's quotes take Go's escapes
}
