// SPDX-License-Identifier: GPL-3.0-or-later

//go:build tools

// Names the program, so that `go mod tidy` keeps what it needs in go.mod and go.sum.
package tools

import _ "github.com/ipfs/kubo/cmd/ipfs"
