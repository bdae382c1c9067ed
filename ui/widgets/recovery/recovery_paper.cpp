// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recovery/recovery_paper.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr double titlePoints = 22;
constexpr double textPoints = 12;
constexpr double keyPoints = 26;
constexpr int groupsPerLine = 4;

class Text {
    Q_DECLARE_TR_FUNCTIONS(onedoor::RecoveryPaper)
public:
    static QString title() { return tr("Recovery key"); }
    static QString about(const RecoveryPaper& paper)
    {
        return tr("%1, made on %2").arg(paper.centreName, QLocale().toString(paper.day, QLocale::LongFormat));
    }
    static QString advice()
    {
        return tr("Keep this sheet in the safe. It opens the centre's records when every password is lost; whoever holds it can do so. "
                  "Do not copy or photograph it. Without a password and without this key nobody can read the records.");
    }
};

double draw(QPainter& painter, const QFont& font, double top, double width, const QString& text)
{
    painter.setFont(font);
    QRectF drawn;
    painter.drawText(QRectF(0, top, width, 1e6), Qt::AlignLeft | Qt::TextWordWrap, text, &drawn);
    return drawn.bottom() + drawn.height() / 2;
}

} // namespace

bool printRecoveryPaper(const RecoveryPaper& paper, QPagedPaintDevice& device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double width = painter.viewport().width();
    QFont title = painter.font();
    title.setPointSizeF(titlePoints);
    title.setBold(true);
    QFont body = painter.font();
    body.setPointSizeF(textPoints);
    QFont key = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    key.setPointSizeF(keyPoints);

    double top = draw(painter, title, 0, width, Text::title());
    top = draw(painter, body, top, width, Text::about(paper));
    const QStringList groups = paper.recoveryKey.split(u'-');
    for (qsizetype first = 0; first < groups.size(); first += groupsPerLine)
        top = draw(painter, key, top, width, groups.mid(first, groupsPerLine).join(u"  "_s));
    draw(painter, body, top, width, Text::advice());
    return painter.end();
}

} // namespace onedoor
