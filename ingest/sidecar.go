package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"soi/analyzer/cite"
	"soi/index/schema"
	"soi/ingest/format"
)

// sidecarSuffix makes the name of a sidecar of the name of its file.
const sidecarSuffix = ".soi.yaml"

// A sidecar is the file beside another that states values about it.
type sidecar struct {
	path string // "" none
	data []byte
	sum  string // hex SHA-256 of data; "" none

	parsed *format.Sidecar // for a file of records, whose sidecar is read once
}

// findSidecar reads the sidecar of a file, if it has one: report.txt.soi.yaml
// or, where that is missing, report.soi.yaml.
func findSidecar(path string) (sidecar, error) {
	for _, stem := range stems(path) {
		s := sidecar{path: stem + sidecarSuffix}
		data, err := readSmall(s.path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return s, err
		}
		sum := sha256.Sum256(data)
		s.data, s.sum = data, hex.EncodeToString(sum[:])
		return s, nil
	}
	return sidecar{}, nil
}

// stems are a file's path, and without its endings: report.txt.gz, report.txt,
// report.
func stems(path string) []string {
	all := []string{path}
	if stem, ok := strings.CutSuffix(path, ".gz"); ok {
		path = stem
		all = append(all, path)
	}
	if ext := filepath.Ext(path); ext != "" && ext != filepath.Base(path) {
		all = append(all, strings.TrimSuffix(path, ext))
	}
	return all
}

// readSmall reads a regular file of at most format.MaxSidecar bytes.
func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, ErrNotRegular
	case info.Size() > format.MaxSidecar:
		return nil, tooLarge("a sidecar", info.Size(), format.MaxSidecar)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, format.MaxSidecar))
}

// parseSidecar reads the sidecar of a file of records and reports what cannot
// be used of it; false when the run is over.
func (r *recordReader) parseSidecar() bool {
	if r.beside.sum == "" {
		return true
	}
	parsed, problems := format.ParseSidecar(filepath.Base(r.beside.path), r.beside.data, 1)
	problems = append(problems, parsed.ForRecords()...)
	problems = append(problems, parsed.Apply(&format.Page{})...)
	r.beside.parsed = &parsed
	for _, p := range problems {
		r.source.Sidecar = schema.SidecarErrors
		if !r.fail(r.beside.path, p.Line, p.Err) {
			return false
		}
	}
	return true
}

// statements are what is stated about one document: front matter, then the
// sidecar, which wins.
type statements struct {
	from []stated
	bad  bool // something could not be used
}

// A stated is one of the two, and the file that it stands in.
type stated struct {
	path string
	format.Sidecar
	problems []format.Problem // of reading it
	quiet    bool             // they have been reported for the whole file
}

func (f *file) statements(page format.Page) *statements {
	s := &statements{}
	if page.FrontMatter != "" {
		parsed, problems := format.ParseSidecar("", []byte(page.FrontMatter), 2)
		s.from = append(s.from, stated{path: f.path, Sidecar: parsed, problems: problems})
	}
	switch {
	case f.beside.parsed != nil:
		s.from = append(s.from, stated{path: f.beside.path, Sidecar: *f.beside.parsed, quiet: true})
	case f.beside.sum != "":
		parsed, problems := format.ParseSidecar(filepath.Base(f.beside.path), f.beside.data, 1)
		s.from = append(s.from, stated{path: f.beside.path, Sidecar: parsed, problems: problems})
	}
	return s
}

// apply overrides the values of a page before the rest is found.
func (s *statements) apply(page *format.Page) (errs []error) {
	for _, from := range s.from {
		errs = append(errs, s.report(from, append(from.problems, from.Apply(page)...))...)
	}
	return errs
}

// settle overrides what can be overridden only when the rest has been found:
// values that are said to be none, and directives, of which the last list
// stated holds.
func (s *statements) settle(d *schema.Document) (errs []error) {
	settled := false
	for _, from := range slices.Backward(s.from) {
		if list, lines, ok := from.Directives(); ok && !settled {
			errs = append(errs, s.report(from, setDirectives(d, list, lines))...)
			settled = true
		}
	}
	for _, from := range s.from {
		from.Deny(d)
	}
	return errs
}

func (s *statements) report(from stated, problems []format.Problem) (errs []error) {
	if from.quiet {
		return nil
	}
	for _, p := range problems {
		s.bad = true
		errs = append(errs, fileError(from.path, p.Line, p.Err))
	}
	return errs
}

// setDirectives lets only the listed directives be those that d refers to. A
// reference to the code of one of them gets its identity, the others lose
// theirs. A listed directive that the text does not name is a problem: there
// would be no place to show for it. If the text names none of them d stays as
// it is.
func setDirectives(d *schema.Document, list []string, lines []int) (problems []format.Problem) {
	identities, used := settledIdentities(d.References, list)
	for j, typed := range list {
		if !used[j] {
			err := fmt.Errorf("%w: directives: the text does not name %s", format.ErrBadValue, typed)
			problems = append(problems, format.Problem{Line: lines[j], Err: err})
		}
	}
	if len(list) > 0 && len(problems) == len(list) {
		return problems
	}
	changed := map[string]string{} // identity before -> after
	for i, r := range d.References {
		if r.Identity != "" && changed[r.Identity] == "" {
			changed[r.Identity] = identities[i]
		}
		d.References[i].Identity = identities[i]
	}
	d.Relations = slices.DeleteFunc(d.Relations, func(r schema.Relation) bool {
		return r.From != "" && changed[r.From] == "" || changed[r.To] == ""
	})
	for i, r := range d.Relations {
		if r.From != "" { // else it is of the document itself
			d.Relations[i].From = changed[r.From]
		}
		d.Relations[i].To = changed[r.To]
	}
	return problems
}

// settledIdentities gives each reference its identity by the list, "" if it is
// not in it, and for each directive of the list whether a reference names it.
func settledIdentities(references []schema.Reference, list []string) (identities []string, used []bool) {
	identities, used = make([]string, len(references)), make([]bool, len(list))
	for i, r := range references {
		for j, typed := range list {
			if named(r, typed) {
				used[j] = true
				identities[i] = settledIdentity(r, typed)
				break
			}
		}
	}
	return identities, used
}

// named reports whether a reference has the code of a directive as typed.
func named(r schema.Reference, typed string) bool {
	code, _ := cite.ParseIdentity(typed)
	parsed, _, ok := cite.ParseCode(code)
	return r.Key != "" && (r.Key == cite.Key(code) || ok && r.Key == parsed.Key)
}

// settledIdentity is the reference's own identity where that is what was
// typed, or more of it, else what was typed.
func settledIdentity(r schema.Reference, typed string) string {
	if r.Identity != "" && cite.MatchIdentity(r.Identity, typed) {
		return r.Identity
	}
	_, tail := cite.ParseIdentity(typed)
	return cite.JoinIdentity(r.Code, tail)
}
