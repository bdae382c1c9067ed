// SPDX-License-Identifier: GPL-3.0-or-later
// Sub-districts and communities of the centre's district, read from the file that the centre's definition names. Pure functions on
// bytes and on the files built into the program; any thread. A file that can't be read gives no regions: the field is then left out,
// nobody is sent away for it.
#pragma once

#include "core/domain/centre/centre_definition.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace onedoor {

struct Region {
    QString code; ///< nine digits for a sub-district, twelve for a community (national statistical codes)
    QString name;
    QString parentName; ///< the sub-district of a community, the district of a sub-district
};

/// Each sub-district followed by its communities.
std::vector<Region> readRegions(const QByteArray& json);
std::vector<Region> regionsOf(const CentreDefinition& centre);

} // namespace onedoor
