package main

import (
	"go/doc/comment"
	"go/parser"
	gotoken "go/token"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"soi/index/schema"
)

// describedTypes are the values that the commands print with --json, and those
// in them that several hold or that hold themselves, by the heading under which
// the package comment describes them.
var describedTypes = map[string]reflect.Type{
	"soi index":             reflect.TypeFor[indexJSON](),
	"soi search":            reflect.TypeFor[resultsJSON](),
	"soi show":              reflect.TypeFor[showJSON](),
	"soi extract":           reflect.TypeFor[struct{ extractJSON }](),
	"soi analyze":           reflect.TypeFor[[]tokenJSON](),
	"soi directives":        reflect.TypeFor[[]directiveJSON](),
	"soi directives --tree": reflect.TypeFor[treeJSON](),
	"soi coverage":          reflect.TypeFor[coverageJSON](),
	"soi suggest":           reflect.TypeFor[suggestionsJSON](),
	"soi eval relevance":    reflect.TypeFor[relevanceJSON](),
	"soi eval extract":      reflect.TypeFor[evalExtractJSON](),

	"document":   reflect.TypeFor[extractJSON](),
	"note":       reflect.TypeFor[noteJSON](),
	"directive":  reflect.TypeFor[directiveJSON](),
	"branch":     reflect.TypeFor[branchJSON](),
	"rankchange": reflect.TypeFor[rankChange](),
	"ranking":    reflect.TypeFor[queryOutcome](),
	"change":     reflect.TypeFor[change](),
	"outcome":    reflect.TypeFor[outcome](),
}

// The package comment describes each field of the JSON of every command, by
// its name and its type, and no other.
func TestJSONIsDescribed(t *testing.T) {
	described := describedJSON(t)
	for name, typ := range describedTypes {
		want := map[string]string{}
		describe(want, "", typ)
		for path, kind := range want {
			if got, ok := described[name][path]; !ok {
				t.Errorf("doc.go: “%s” says nothing of %s (%s)", name, path, kind)
			} else if got != kind {
				t.Errorf("doc.go: “%s”: %s is a %s, described as %s", name, path, kind, got)
			}
		}
		for path := range described[name] {
			if _, ok := want[path]; !ok {
				t.Errorf("doc.go: “%s” has no field %s", name, path)
			}
		}
	}
	for name := range described {
		if _, ok := describedTypes[name]; !ok {
			t.Errorf("doc.go describes “%s”, which nothing prints", name)
		}
	}
}

// Each command that takes --json is among those described.
func TestJSONOfEveryCommand(t *testing.T) {
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		if _, ok := describedTypes[c.CommandPath()]; !ok && c.Flags().Lookup("json") != nil {
			t.Errorf("%s --json is not described", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(newRootCmd(newApp(testStreams(io.Discard, io.Discard), nil)))
}

// describedJSON reads the package comment: the fields with their types, by the
// command under whose heading they stand.
func describedJSON(t *testing.T) map[string]map[string]string {
	t.Helper()
	file, err := parser.ParseFile(gotoken.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	name := ""
	for _, block := range new(comment.Parser).Parse(file.Doc.Text()).Content {
		switch block := block.(type) {
		case *comment.Heading:
			title, _ := block.Text[0].(comment.Plain)
			if name = strings.TrimSuffix(string(title), " --json"); name == "JSON" {
				name = "" // about all of it
				continue
			}
			all[name] = map[string]string{}
		case *comment.Code:
			if name == "" {
				continue
			}
			for line := range strings.Lines(block.Text) {
				words := strings.Fields(line)
				if len(words) < 3 {
					t.Errorf("doc.go: %q is no field, type and description", line)
					continue
				}
				if _, twice := all[name][words[0]]; twice {
					t.Errorf("doc.go: “%s” has %s twice", name, words[0])
				}
				all[name][words[0]] = words[1]
			}
		}
	}
	return all
}

// describe adds the fields below path of a value of type typ, as doc.go writes
// them; below itself a type of describedTypes is taken apart.
func describe(fields map[string]string, path string, typ reflect.Type) {
	switch kind := nameOf(typ); {
	case kind != "" && path != "":
		fields[path] = kind
	case typ.Kind() == reflect.Pointer:
		describe(fields, path+"?", typ.Elem())
	case typ.Kind() == reflect.Slice:
		describe(fields, path+"[]", typ.Elem())
	case typ.Kind() == reflect.Map:
		describe(fields, path+".*", typ.Elem())
	default:
		for i := range typ.NumField() {
			describeField(fields, path, typ.Field(i))
		}
	}
}

func describeField(fields map[string]string, path string, f reflect.StructField) {
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	if strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero") {
		name += "-"
	}
	switch embedded := nameOf(f.Type); {
	case !f.Anonymous:
		describe(fields, strings.TrimPrefix(path+"."+name, "."), f.Type)
	case embedded != "":
		fields["..."+embedded] = "fields"
	case f.Type.Kind() == reflect.Pointer:
		describe(fields, path, f.Type.Elem())
	default:
		describe(fields, path, f.Type)
	}
}

// nameOf is the name of a type that is described elsewhere or holds nothing to
// describe, "" of another.
func nameOf(typ reflect.Type) string {
	for name, described := range describedTypes {
		if typ == described && !strings.HasPrefix(name, "soi ") {
			return name
		}
	}
	switch typ {
	case reflect.TypeFor[schema.Span]():
		return "[start,end]"
	case reflect.TypeFor[interval]():
		return "[low,high]"
	case reflect.TypeFor[time.Time]():
		return "time"
	}
	switch typ.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.Pointer, reflect.Slice:
		inner := nameOf(typ.Elem())
		if inner == "" {
			return ""
		}
		if typ.Kind() == reflect.Slice {
			return "[]" + inner
		}
		return inner + "|null"
	}
	return ""
}
