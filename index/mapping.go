package index

import "soi/index/schema"

// The fields of the Bleve index. Text fields are indexed by terms, facet
// fields are keywords with doc values, the stored fields are bytes that only
// record.go reads.
const (
	fieldTitle       = "title"        // exact terms with positions
	fieldBody        = "body"         // exact terms with positions; captions included
	fieldTitleFolded = "title_folded" // terms folded to ASCII, frequencies only
	fieldBodyFolded  = "body_folded"  // terms folded to ASCII, frequencies only

	fieldProvince    = string(schema.FieldProvince)
	fieldProvinceNow = string(schema.FieldProvinceNow)
	fieldDirective   = string(schema.FieldDirective) // identities, several a document
	fieldYear        = string(schema.FieldYear)      // four digits
	fieldLevel       = string(schema.FieldLevel)
	fieldKind        = string(schema.FieldKind)
	fieldSite        = string(schema.FieldSite)
	fieldPublished   = string(schema.FieldPublished) // ISO date, a keyword: its order is that of time
	fieldPath        = "path"                        // Document.Path, a keyword
)
