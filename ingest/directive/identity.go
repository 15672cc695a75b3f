package directive

import (
	"soi/analyzer/cite"
	"soi/index/schema"
)

func resolveAll(d *schema.Document) {
	d.References = nil
	for _, r := range cite.Find(d.Text) {
		d.References = append(d.References, schema.Reference{
			Raw: r.Raw, Start: r.Start, End: r.End, Code: r.Code, Key: r.Key, Identity: r.Code,
			Type: r.Type, Number: r.Number, Date: r.Date, Issuer: r.Body, Term: r.Term, Year: r.Year,
			Kind: schema.RefKind(r.Kind), Confidence: r.Confidence,
		})
	}
}
