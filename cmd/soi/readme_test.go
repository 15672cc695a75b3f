package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// changing is what a session prints differently from run to run and from place
// to place: times, and ids made of paths.
var changing = regexp.MustCompile(`\d+ ms|soi show [0-9a-f]{16}`)

// TestREADMESession types the commands of the session on top of each README:
// they print what stands there.
func TestREADMESession(t *testing.T) {
	t.Chdir("../..")
	for name, language := range map[string]string{"README.md": "en", "README.vi.md": "vi"} {
		readme, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, session, _ := strings.Cut(string(readme), "```console\n")
		session, _, ok := strings.Cut(session, "```\n")
		if !ok {
			t.Errorf("%s has no session", name)
			continue
		}
		env := map[string]string{"SOI_LANG": language, "SOI_INDEX": filepath.Join(t.TempDir(), "index")}
		var got bytes.Buffer
		s := streams{in: strings.NewReader(""), out: &got, err: &got, columns: columns, env: func(name string) string { return env[name] }}
		for line := range strings.Lines(session) {
			if command, ok := strings.CutPrefix(line, "$ soi "); ok {
				got.WriteString(line)
				run(s, strings.Fields(command))
			}
		}
		if got, want := changing.ReplaceAllString(got.String(), "…"), changing.ReplaceAllString(session, "…"); got != want {
			t.Errorf("%s: the session is\n%s\nbut prints (read the change, then put it in both READMEs)\n%s", name, want, got)
		}
	}
}
