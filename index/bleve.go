package index

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"soi/analyzer"
	"soi/index/internal/store"
	"soi/index/schema"
)

// schemaVersion is the version of layout, of the record and of the other
// files in a generation. Whoever changes one of them raises it: older indexes
// are then refused and built again.
const schemaVersion = 4

func versions() store.Versions {
	return store.Versions{Schema: schemaVersion, Analyzer: analyzer.Version}
}

// boltTimeout bounds the wait for the lock on root.bolt. Nobody else opens
// the root.bolt of a draft, and readers share theirs, so there is no wait
// unless something is wrong; without it Bleve would wait for ever.
const boltTimeout = "5s"

// failureCallback is the name under which Bleve finds reportFailure.
const failureCallback = "soi"

func init() {
	scorch.RegistryAsyncErrorCallbacks[failureCallback] = reportFailure
}

// failures holds, by the path of its store, what wants to know of errors in
// Bleve's background work: func(error).
var failures sync.Map

// reportFailure is called by Bleve's background loops, which try the same
// again at once, so it must not take long.
func reportFailure(err error, path string) {
	if report, ok := failures.Load(path); ok {
		report.(func(error))(err)
	}
}

func storePath(gen string) string { return filepath.Join(gen, "store") }

// createBleve makes an empty index in folder gen.
func createBleve(gen string) (bleve.Index, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	return bleve.NewUsing(gen, m, scorch.Name, scorch.Name, settings(false))
}

// settings are what Bleve is told at each open.
func settings(readOnly bool) map[string]any {
	return map[string]any{
		"read_only":              readOnly,
		"bolt_timeout":           boltTimeout,
		"asyncErrorCallbackName": failureCallback,
		// Segments are not merged before they are on the disk: when one
		// cannot be written, because the disk is full, Bleve closes it and
		// merges it all the same, and that panics in a goroutine of its own.
		"scorchPersisterOptions": map[string]any{"MemoryPressurePauseThreshold": 0},
	}
}

// openBleve opens the index in folder gen, which the caller has compared with
// its manifest: Bleve removes all segments when it opens a folder without
// root.bolt for writing.
func openBleve(gen string, readOnly bool) (ix bleve.Index, err error) {
	defer func() {
		if r := recover(); r != nil { // bolt and zap panic on damaged pages
			err = store.Damaged(gen, "cannot be opened: %v", r)
		}
	}()
	return bleve.OpenUsing(gen, settings(readOnly))
}

// openReadOnly opens a generation for reading and counts its documents: a
// missing segment makes Bleve fall back to an older snapshot without a word.
func openReadOnly(gen string, documents int) (bleve.Index, error) {
	ix, err := openBleve(gen, true)
	if err != nil {
		return nil, err
	}
	n, err := ix.DocCount()
	if err == nil && n != uint64(documents) {
		err = store.Damaged(gen, "holds %d documents, the manifest says %d", n, documents)
	}
	if err != nil {
		ix.Close()
		return nil, err
	}
	return ix, nil
}

// snapshot gives the newest snapshot of an index; the caller closes it.
func snapshot(ix bleve.Index) (*scorch.IndexSnapshot, error) {
	advanced, err := ix.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	s, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index of type %T", reader)
	}
	if s == nil {
		return nil, bleve.ErrorIndexClosed
	}
	return s, nil
}

// liveSegments lists the segment files that the newest snapshot of an index
// uses.
func liveSegments(ix bleve.Index) (map[string]bool, error) {
	s, err := snapshot(ix)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	live := map[string]bool{}
	for _, segment := range s.Segments() {
		if file, ok := segment.Segment().(interface{ Path() string }); ok {
			live[filepath.Base(file.Path())] = true
		}
	}
	return live, nil
}

// newBleveDocument gives the Bleve document of d, whose record is given. It
// does what newMapping says, without Bleve's way through reflection, and lets
// the record be bytes. cut is called, later and in another goroutine, if the
// text has too many terms to index them all.
func newBleveDocument(d *schema.Document, record []byte, cut func()) *document.Document {
	doc := document.NewDocument(d.ID)
	title := &textField{name: fieldTitle, parts: []string{d.TitleText()}}
	body := &textField{name: fieldBody, cut: cut}
	for _, span := range searchable(d) {
		body.parts = append(body.parts, span.Of(d.Text))
	}
	title.bare, body.bare = passages(d)
	doc.AddField(title).AddField(&foldedField{textField: title, name: fieldTitleFolded})
	doc.AddField(body).AddField(&foldedField{textField: body, name: fieldBodyFolded})
	for _, f := range layout {
		for i, value := range keywords(d, f.name) {
			doc.AddField(document.NewTextFieldCustom(f.name, []uint64{uint64(i)}, []byte(value), f.options, nil))
		}
	}
	return doc.AddField(document.NewTextFieldCustom(fieldRecord, nil, record, storedBytes, nil))
}

// keywords gives the values of a keyword field, none of a text field; an unknown value is none, not
// an empty one.
func keywords(d *schema.Document, field string) []string {
	var value string
	switch field {
	case fieldDirective:
		return d.Directives()
	case fieldProvince:
		value = d.Province
	case fieldProvinceNow:
		value = d.ProvinceNow
	case fieldYear:
		if d.Year != 0 {
			value = strconv.Itoa(d.Year)
		}
	case fieldLevel:
		value = string(d.Level)
	case fieldKind:
		value = string(d.Kind)
	case fieldSite:
		value = d.Site
	case fieldPublished:
		value = d.Published
	case fieldDistrict:
		if value = d.District; value != "" && d.Province != "" {
			value += districtSeparator + d.Province
		}
	case fieldPath:
		value = d.Path
	}
	if value == "" {
		return nil
	}
	// Doc values end at 0xff, which UTF-8 does not have.
	return []string{strings.ToValidUTF8(value, "\ufffd")}
}
