// Recomputes a log's root from its entry bundles and checks it, the tiles of level 0 and the checkpoint's signature,
// sharing no code with the ledger: Go's own signed notes and transparency-log hashes.
//
//	go run recompute.go <folder in the tlog-tiles layout> <the log's public key>
//
// It deliberately recomputes everything instead of trusting tiles through tlog.TileHashReader.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const width = 256

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: recompute <folder> <public key>")
		os.Exit(2)
	}
	size, root, err := recompute(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Println("REFUSED", err)
		os.Exit(1)
	}
	fmt.Println("PROVEN", size, root)
}

func recompute(folder, key string) (int64, tlog.Hash, error) {
	var none tlog.Hash
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return 0, none, err
	}
	checkpoint, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return 0, none, err
	}
	signed, err := note.Open(checkpoint, note.VerifierList(verifier))
	if err != nil {
		return 0, none, err
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return 0, none, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return 0, none, err
	}

	var stored []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for first := int64(0); first < size; first += width {
		count := size - first
		if count > width {
			count = width
		}
		bundle, err := os.ReadFile(filepath.Join(folder, path("entries", first/width, count)))
		if err != nil {
			return 0, none, err
		}
		tile, err := os.ReadFile(filepath.Join(folder, path("0", first/width, count)))
		if err != nil {
			return 0, none, err
		}
		if int64(len(tile)) != count*tlog.HashSize {
			return 0, none, errors.New("a tile has the wrong length")
		}
		for n := int64(0); n < count; n++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return 0, none, errors.New("a bundle breaks off")
			}
			length := int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			if !strings.HasPrefix(string(entry), fmt.Sprintf("journey-ledger-leaf/v1\nposition %d\n", first+n+1)) {
				return 0, none, fmt.Errorf("entry %d is not the leaf of its position", first+n)
			}
			hash := tlog.RecordHash(entry)
			if string(hash[:]) != string(tile[n*tlog.HashSize:(n+1)*tlog.HashSize]) {
				return 0, none, fmt.Errorf("entry %d does not have the hash in its tile", first+n)
			}
			more, err := tlog.StoredHashes(first+n, entry, read)
			if err != nil {
				return 0, none, err
			}
			stored = append(stored, more...)
		}
		if len(bundle) != 0 {
			return 0, none, errors.New("a bundle has too many entries")
		}
	}
	root, err := tlog.TreeHash(size, read)
	if err != nil {
		return 0, none, err
	}
	if base64.StdEncoding.EncodeToString(root[:]) != lines[2] {
		return 0, none, errors.New("the root is not the one that was signed")
	}
	return size, root, nil
}

func path(level string, index, count int64) string {
	number := fmt.Sprintf("%03d", index%1000)
	for index /= 1000; index > 0; index /= 1000 {
		number = fmt.Sprintf("x%03d/", index%1000) + number
	}
	if count < width {
		number += fmt.Sprintf(".p/%d", count)
	}
	return "tile/" + level + "/" + number
}
