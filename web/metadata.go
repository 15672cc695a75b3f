package web

import (
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// metadata are the document's values with their evidence. Those that every
// report has are listed even when unknown: that nothing is known is told too.
func (v view) metadata(d *schema.Document, a anchors) []value {
	var all []value
	add := func(f schema.Field, text string, always bool) {
		if text == "" && !always {
			return
		}
		all = append(all, v.value(f, text, d, a))
	}
	add(schema.FieldPublished, d.Published, true)
	if d.Published == "" && d.NotBefore != "" {
		all = append(all, value{Label: v.printer.Text(message.DocNotBefore), Text: v.printer.Date(d.NotBefore), Date: d.NotBefore})
	}
	add(schema.FieldProvince, d.Province, true)
	if d.ProvinceNow != d.Province {
		add(schema.FieldProvinceNow, d.ProvinceNow, false)
	}
	add(schema.FieldDistrict, d.District, false)
	add(schema.FieldCommune, d.Commune, false)
	add(schema.FieldLevel, string(d.Level), true)
	add(schema.FieldIssuer, d.Issuer, false)
	add(schema.FieldKind, string(d.Kind), false)
	return append(all, v.sources(d, a)...)
}

// value is a value of the document with its evidence.
func (v view) value(f schema.Field, text string, d *schema.Document, a anchors) value {
	one := value{Label: v.printer.Field(f), Text: text, Missing: text == "", Foreign: true}
	switch f {
	case schema.FieldPublished:
		one.Date, one.Text, one.Foreign = text, v.printer.Date(text), false
	case schema.FieldLevel, schema.FieldKind:
		one.Text, one.Foreign = v.printer.Value(f, text), false
	}
	if one.Missing {
		one.Text, one.Date, one.Foreign = v.printer.Text(message.Unknown), "", false
		return one
	}
	switch f {
	case schema.FieldProvince, schema.FieldProvinceNow, schema.FieldLevel, schema.FieldKind, schema.FieldSite:
		one.URL = state{}.with(f, text).url(v.explicit)
	}
	if e, ok := d.Evidence[f]; ok {
		one.Rule = v.printer.Rule(e.Rule)
		one.Quote = shorten(e.Quote)
		one.Confidence = v.printer.Percent(e.Confidence)
		one.Anchor = a.evidence[f]
	}
	return one
}

// sources say where the document came from.
func (v view) sources(d *schema.Document, a anchors) []value {
	var all []value
	if d.Site != "" {
		all = append(all, v.value(schema.FieldSite, d.Site, d, a))
	}
	if d.URL != "" {
		one := value{Label: v.printer.Text(message.DocSource), Text: d.URL, Foreign: true}
		if u, ok := webAddress(d.URL); ok {
			one.URL, one.External = u.String(), true
		}
		all = append(all, one)
	}
	if name := fileName(d.Path); name != "" {
		all = append(all, value{Label: v.printer.Text(message.DocFile), Text: name, Foreign: true})
	}
	if d.Encoding != "" {
		all = append(all, value{Label: v.printer.Text(message.DocEncoding), Text: v.printer.Encoding(d.Encoding)})
	}
	return all
}

// shorten cuts a quotation that is too long for a line or two, between words.
func shorten(quote string) string {
	const longest = 160 // bytes
	quote = strings.Join(strings.Fields(quote), " ")
	if len(quote) <= longest {
		return quote
	}
	cut := strings.LastIndexByte(quote[:longest], ' ')
	if cut <= 0 {
		return strings.ToValidUTF8(quote[:longest], "") + "…"
	}
	return quote[:cut] + "…"
}
