package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"soi": main})
}

// TestScript runs the command line as it is typed: one subject a script.
// $SAMPLES is the folder of the sample reports.
func TestScript(t *testing.T) {
	samples, err := filepath.Abs("../../testdata/samples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOI_INDEX", env.Getenv("WORK")+"/idx")
			env.Setenv("SOI_LANG", "en")
			env.Setenv("SAMPLES", samples)
			return nil
		},
	})
}
