// SPDX-License-Identifier: GPL-3.0-or-later
// For targets without sources of their own: precompiled headers, resources.
