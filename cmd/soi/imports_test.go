package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// leaves are the packages that stand on the standard library, x/text and
// each other alone.
var leaves = []string{
	"soi/analyzer/cite", "soi/analyzer/keystroke", "soi/analyzer/legacy", "soi/analyzer/place",
	"soi/analyzer/token", "soi/analyzer/viet", "soi/index/query", "soi/index/schema",
}

// house says, for each part of the house, what its packages may import
// besides the standard library. A name ending in "/..." stands for the
// package and all below it.
var house = []struct {
	part string
	may  []string
}{
	{"soi/analyzer", append([]string{"github.com/blevesearch/bleve/v2/..."}, leaves...)},
	{"soi/ingest/...", append([]string{
		"soi/index/schema", "soi/ingest/...", "golang.org/x/text/...", "golang.org/x/sync/...",
		"golang.org/x/net/html/...", "codeberg.org/readeck/go-readability/v2/...", "github.com/goccy/go-yaml/...",
	}, leaves...)},
	{"soi/index/...", append([]string{
		"soi/index/...", "soi/analyzer", "github.com/blevesearch/...", "github.com/RoaringBitmap/roaring/v2/...",
		"github.com/gofrs/flock", "go.etcd.io/bbolt", "golang.org/x/sync/...", "golang.org/x/sys/...", "golang.org/x/text/...",
	}, leaves...)},
	{"soi/web/...", []string{
		"soi/index/schema", "soi/index/query", "soi/analyzer/place", "soi/web/message", "golang.org/x/text/...",
	}},
	{"soi/cmd/soi", []string{
		"soi/...", "github.com/spf13/cobra", "github.com/cli/browser", "golang.org/x/text/...",
		"golang.org/x/term", "golang.org/x/sync/...",
	}},
	{"soi/cmd/bench", []string{"soi/...", "github.com/blevesearch/bleve/v2/...", "golang.org/x/sys/..."}}, // Bleve to compare with
	{"soi/testdata", nil},
	{"soi/testdata/browser", []string{"github.com/chromedp/...", "soi/testdata/shared"}},
	{"soi/testdata/shared", nil},
}

// only says which parts alone may import a package, wherever else the table
// above would let it in.
var only = map[string][]string{
	"github.com/blevesearch/...": {"soi/analyzer", "soi/index/...", "soi/cmd/bench"},
	"github.com/spf13/cobra":     {"soi/cmd/soi"},
	"net/http":                   {"soi/web/...", "soi/cmd/..."},
	"github.com/chromedp/...":    {"soi/testdata/browser"}, // tests apart, which are not listed
	"soi/testdata/browser":       {},                       // for tests
	"soi/web/...":                {"soi/web/...", "soi/cmd/..."},
	"unsafe":                     {},
}

func TestImports(t *testing.T) {
	for _, pkg := range goList(t) {
		may, known := allowed(pkg.ImportPath)
		if !known {
			t.Errorf("%s stands in no row of the table of the house", pkg.ImportPath)
			continue
		}
		for _, path := range pkg.Imports {
			if strings.Contains(path, ".") || strings.HasPrefix(path, "soi/") {
				if !slices.ContainsFunc(may, func(p string) bool { return covers(p, path) }) {
					t.Errorf("%s imports %s; it may import %s", pkg.ImportPath, path, strings.Join(may, ", "))
				}
			}
			for guarded, parts := range only {
				if covers(guarded, path) && !slices.ContainsFunc(parts, func(p string) bool { return covers(p, pkg.ImportPath) }) {
					t.Errorf("%s imports %s, which only %v may", pkg.ImportPath, path, parts)
				}
			}
		}
	}
}

// allowed returns what a package may import and whether the house knows it.
func allowed(pkg string) (may []string, known bool) {
	if slices.Contains(leaves, pkg) {
		return append([]string{"golang.org/x/text/..."}, leaves...), true
	}
	for _, row := range house {
		if covers(row.part, pkg) {
			return row.may, true
		}
	}
	return nil, false
}

// covers reports whether a pattern of the table stands for a package.
func covers(pattern, pkg string) bool {
	if parent, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == parent || strings.HasPrefix(pkg, parent+"/")
	}
	return pattern == pkg
}

// mostFuzzTargets bounds what the check tries for ten seconds each.
const mostFuzzTargets = 12

// Fuzz targets stand where a text goes in and values come out, without files
// or an index behind: in the leaves, and in packages that import nothing else.
// There ten seconds are many thousands of tries, and a finding is one input.
func TestFuzzTargetsArePure(t *testing.T) {
	targets := 0
	for _, pkg := range goList(t) {
		n := 0
		for _, file := range slices.Concat(pkg.TestGoFiles, pkg.XTestGoFiles) {
			source, err := os.ReadFile(filepath.Join(pkg.Dir, file))
			if err != nil {
				t.Fatal(err)
			}
			n += bytes.Count(source, []byte("\nfunc Fuzz"))
		}
		if targets += n; n == 0 {
			continue
		}
		for _, path := range pkg.Imports {
			if strings.Contains(path, ".") && !covers("golang.org/x/text/...", path) || strings.HasPrefix(path, "soi/") && !slices.Contains(leaves, path) {
				t.Errorf("%s has a fuzz target and imports %s, which is no leaf", pkg.ImportPath, path)
			}
		}
	}
	if targets == 0 || targets > mostFuzzTargets {
		t.Errorf("%d fuzz targets, want 1 to %d", targets, mostFuzzTargets)
	}
}

// A listedPackage is what go list tells of a package: Imports are those of
// its files that are not tests.
type listedPackage struct {
	ImportPath   string
	Dir          string
	Imports      []string
	TestGoFiles  []string
	XTestGoFiles []string // of package NAME_test
}

func goList(t *testing.T) []listedPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,TestGoFiles,XTestGoFiles", "./...", "./testdata", "./testdata/browser", "./testdata/shared")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	var packages []listedPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var pkg listedPackage
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, pkg)
	}
}

func TestNoTemplateHTML(t *testing.T) {
	out, err := exec.Command("git", "-C", "../..", "grep", "-n", "template[.]HTML", "--", "*.go", ":!*imports_test.go").Output()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		shared.Missing(t, shared.Require, "git grep does not work here: %v", err)
	}
	if len(out) > 0 {
		t.Errorf("template.HTML lets markup through unescaped:\n%s", out)
	}
}
