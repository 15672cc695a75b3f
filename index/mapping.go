package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"soi/analyzer"
	"soi/index/schema"
)

// The fields of the Bleve index. Text fields are indexed by terms, facet
// fields are keywords with doc values; the record is the document itself, in
// a form that only record.go reads.
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
	fieldDistrict    = "district"                    // see districtSeparator
	fieldPath        = "path"                        // Document.Path, a keyword

	fieldRecord = "record" // stored, not indexed
)

// districtSeparator stands between a district's name and its province's, if
// that is known: names of districts are not unique.
const districtSeparator = "\t"

const (
	// exactText keeps positions, for phrases. Offsets are left at zero:
	// with them the index would be larger by a fifth of the text [measured
	// on 100,000 articles], and snippets read the stored text anew anyway.
	exactText = bleveindex.IndexField | bleveindex.IncludeTermVectors

	// foldedText keeps frequencies only: positions would double its size,
	// and phrases are looked up in the exact fields.
	foldedText = bleveindex.IndexField

	facetValue  = bleveindex.IndexField | bleveindex.DocValues | bleveindex.SkipFreqNorm
	keyword     = bleveindex.IndexField | bleveindex.SkipFreqNorm
	storedBytes = bleveindex.StoreField
)

// placed reports whether a field keeps positions.
func placed(field string) bool { return field == fieldTitle || field == fieldBody }

// layout lists the indexed fields: what a query's words are analyzed with,
// and what the index keeps. An empty analyzer takes the value as one term.
var layout = []struct {
	name, analyzer string
	options        bleveindex.FieldIndexingOptions
}{
	{fieldTitle, analyzer.Vi, exactText},
	{fieldBody, analyzer.Vi, exactText},
	{fieldTitleFolded, analyzer.ViFolded, foldedText},
	{fieldBodyFolded, analyzer.ViFolded, foldedText},
	{fieldProvince, "", facetValue},
	{fieldProvinceNow, "", facetValue},
	{fieldDirective, "", facetValue},
	{fieldYear, "", facetValue},
	{fieldLevel, "", facetValue},
	{fieldKind, "", facetValue},
	{fieldSite, "", facetValue},
	{fieldPublished, "", facetValue},
	{fieldDistrict, "", keyword},
	{fieldPath, "", keyword},
}

// newMapping puts layout into Bleve's terms. Documents do not pass through
// it (see newBleveDocument); it tells Bleve's queries how to read words.
// Nothing is dynamic, so a field that layout does not name is not indexed.
func newMapping() (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = analyzer.Vi
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.DefaultMapping.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	for _, f := range layout {
		field := bleve.NewKeywordFieldMapping()
		if f.analyzer != "" {
			field = bleve.NewTextFieldMapping()
			field.Analyzer = f.analyzer
		}
		field.Store, field.IncludeInAll = false, false
		field.IncludeTermVectors = f.options.IncludeTermVectors()
		field.DocValues = f.options.IncludeDocValues()
		field.SkipFreqNorm = f.options.SkipFreqNorm()
		m.DefaultMapping.AddFieldMappingsAt(f.name, field)
	}
	if err := m.Validate(); err != nil {
		return nil, fmt.Errorf("mapping: %w", err)
	}
	return m, nil
}
