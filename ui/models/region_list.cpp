// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/region_list.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

static void makeRegionsAvailable()
{
    Q_INIT_RESOURCE(regions); // a static library's resources are not registered by themselves
}

namespace onedoor {

using namespace Qt::StringLiterals;

std::vector<Region> readRegions(const QByteArray& json)
{
    std::vector<Region> regions;
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    const QString district = file[u"district"_s][u"name"_s].toString();
    for (const auto& subdistrict : file[u"subdistricts"_s].toArray()) {
        const QString name = subdistrict[u"name"_s].toString();
        regions.push_back({subdistrict[u"code"_s].toString(), name, district});
        for (const auto& community : subdistrict[u"communities"_s].toArray())
            regions.push_back({community[u"code"_s].toString(), community[u"name"_s].toString(), name});
    }
    return regions;
}

std::vector<Region> regionsOf(const CentreDefinition& centre)
{
    makeRegionsAvailable();
    QFile file(u":/onedoor/"_s + centre.regions);
    return file.open(QIODevice::ReadOnly) ? readRegions(file.readAll()) : std::vector<Region>();
}

} // namespace onedoor
