// SPDX-License-Identifier: GPL-3.0-or-later
// Faults at the Nth call that writes below a folder: write, pwrite, truncate, sync, rename, link, unlink, mkdir, open
// with O_CREAT and their kin. Armed by these functions, or, in a program that was started with LD_PRELOAD, by
// AUTOCHAIN_FAULT_FOLDER, AUTOCHAIN_FAULT_AT and AUTOCHAIN_FAULT_ACTION (kill, full, io, short, count).
#pragma once

enum FaultAction {
    FaultCount, // nothing happens, calls are counted
    FaultKill,  // SIGKILL before the Nth call
    FaultFull,  // the disk is full from the Nth call on: nothing grows, nothing is made; the rest works
    FaultIo,    // EIO at the Nth call alone
    FaultShort  // the Nth call, where it writes, writes half of what it was given
};

extern "C" {
void faultsArm(const char* folder, long at, FaultAction action);
void faultsDisarm();
long faultsSeen(); // calls since armed
}
