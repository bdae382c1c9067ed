// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_control.h"

#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace onedoor {

namespace {

class Segment final : public QRadioButton {
public:
    Segment(const QString& text, QWidget* parent) : QRadioButton(text, parent)
    {
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const int iconWidth = icon().isNull() ? 0 : scaled(16) + scaled(6);
        const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
        return {textWidth + iconWidth + scaled(24), qMax(scaled(28), fontMetrics().height() + scaled(6))};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Tokens& t = tokens();
        if (isChecked())
            paint::panel(painter, rect(), t.flat ? t.accentSoft : t.raised, t.flat ? t.accentText : t.control, radius::control - 1);
        else if (underMouse() && isEnabled())
            paint::panel(painter, rect(), t.hover, {}, radius::control - 1);
        const QColor ink = !isEnabled() ? t.disabled : isChecked() ? t.text : t.muted;
        QRect area = rect().adjusted(scaled(12), 0, -scaled(12), 0);
        if (!icon().isNull()) {
            const int side = scaled(16);
            const QPixmap mask = icon().pixmap({side, side}, devicePixelRatioF());
            painter.drawPixmap(QPointF(area.left(), (height() - side) / 2.0), paint::tinted(mask, isChecked() ? t.accentText : ink));
            area.setLeft(area.left() + side + scaled(6));
        }
        painter.setPen(ink);
        painter.drawText(area, Qt::AlignCenter | Qt::TextHideMnemonic, text());
        if (hasFocus())
            paint::focusRing(painter, rect(), radius::control - 1);
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->setContentsMargins(3, 3, 3, 3);
    m_row->setSpacing(space::hair);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id, m_data.at(id));
    });
}

void SegmentedControl::addSegment(const QString& text, const QVariant& value)
{
    auto* segment = new Segment(text, this);
    m_data.append(value);
    m_group->addButton(segment, static_cast<int>(m_data.size()) - 1);
    m_row->addWidget(segment);
    if (m_data.size() == 1)
        segment->setChecked(true);
}

void SegmentedControl::addSegment(Icons name, const QString& text, const QVariant& value)
{
    addSegment(text, value);
    m_group->buttons().constLast()->setIcon(icon(name));
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_data.size());
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

QVariant SegmentedControl::currentData() const
{
    return m_data.value(currentIndex());
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton* segment = m_group->button(index))
        segment->setChecked(true);
}

void SegmentedControl::setCurrentData(const QVariant& value)
{
    setCurrentIndex(static_cast<int>(m_data.indexOf(value)));
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::panel(painter, rect(), tokens().sunken, tokens().flat ? tokens().line : QColor(), radius::control + 2);
}

} // namespace onedoor

#include "moc_segmented_control.cpp"
