// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of onedoor. Plain value; read before the QApplication exists, so that --help needs no display.
#pragma once

#include <QString>
#include <QStringList>

namespace onedoor {

struct Options {
    QString store;    ///< folder; empty: the one that was open last
    QString tour;     ///< folder for pictures of every page; empty: none
    QString language; ///< "zh_CN", "en" or empty: as it was last
    QString theme;    ///< "system", "light", "dark", "contrast" or empty: as it was last
    int textSize = 0;    ///< per cent; 0: as it was last
    bool demo = false;
    bool hall = false; ///< the hall display opens as well
    bool kiosk = false; ///< the window for citizens opens, full screen
    QString kioskName;  ///< what people call it; empty: as it was last
    bool help = false;
    bool version = false;
    QString fault; ///< what is wrong with the command line; empty when nothing is
};

Options readOptions(const QStringList& arguments);
QString optionsHelp();

} // namespace onedoor
