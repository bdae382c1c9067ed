// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/upward.h"

#include "app/ctl/console.h"
#include "core/services/error_text.h"

#include <QCoreApplication>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoor-hub", source);
}

} // namespace

QString hubLine(const NetworkStatus& status, const CentreDefinition& centre)
{
    if (!status.hub)
        return {};
    const QString host = status.hub->host;
    if (status.hubLink.phase == sync::LinkState::Phase::Following) {
        return status.hubLink.waiting == 0 ? text(QT_TRANSLATE_NOOP("onedoor-hub", "The hub %1 has everything.")).arg(host)
                                           : text(QT_TRANSLATE_NOOP("onedoor-hub", "Entries are being passed on to the hub %1.")).arg(host);
    }
    if (!status.hubLink.error)
        return text(QT_TRANSLATE_NOOP("onedoor-hub", "Connecting to the hub %1…")).arg(host);
    return text(QT_TRANSLATE_NOOP("onedoor-hub", "The hub %1 is out of reach: %2")).arg(host, errorText(*status.hubLink.error, centre));
}

void Upward::look()
{
    const QString line = hubLine(m_network.status(), m_centre);
    if (line.isEmpty() || line == m_said)
        return;
    console::say(line);
    m_said = line;
}

} // namespace onedoor
