package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// readRun reads a run of "soi eval" that --save has stored, an extractRun or
// a relevanceRun.
func readRun[R any](path string) (R, error) {
	var run R
	data, err := os.ReadFile(path)
	if err != nil {
		return run, err
	}
	if err := json.Unmarshal(data, &run); err != nil {
		return run, fmt.Errorf("read %s: %w", path, err)
	}
	return run, nil
}

// saveRun stores a run for a later --against.
func saveRun(path string, run any) error {
	data, err := json.MarshalIndent(run, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o666)
}
