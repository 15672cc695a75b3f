package message

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/message/catalog"
)

// An entry is one message in both languages. Where the English depends on a
// number, en is for every other number and one for exactly one. Vietnamese has
// no plural.
type entry struct {
	vi, en, one string
	by          int // the argument that is the number, from 1; 0 means the first
}

// catalogue holds every message by its key.
var catalogue = func() map[Key]entry {
	all := map[Key]entry{}
	for _, part := range []map[Key]entry{pageEntries, helpEntries, relaxationEntries, reasonEntries, documentEntries, schemaEntries, suggestEntries, noteEntries, errorEntries, commandEntries,
		fileEntries, encodingEntries, registryEntries, copiesEntries} {
		for key, e := range part {
			all[key] = e
		}
	}
	return all
}()

// messages is the catalogue as x/text reads it.
var messages = func() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(tags[0]))
	for key, e := range catalogue {
		must(b.SetString(tags[0], string(key), e.vi))
		if e.one == "" {
			must(b.SetString(tags[1], string(key), e.en))
			continue
		}
		must(b.Set(tags[1], string(key), plural.Selectf(max(1, e.by), "%d", plural.One, e.one, plural.Other, e.en)))
	}
	return b
}()

// must stops the program at its start if the table above cannot be read; the
// table is part of the program, so any test finds it first.
func must(err error) {
	if err != nil {
		panic("message: " + err.Error())
	}
}
