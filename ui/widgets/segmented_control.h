// SPDX-License-Identifier: GPL-3.0-or-later
// One choice of a few, side by side. Behaves and is announced as a group of radio buttons: Tab enters, arrow keys choose.
// Owned by its parent; UI thread.
#pragma once

#include "ui/widgets/icons/icon.h"

#include <QVariant>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace onedoor {

class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(const QString& accessibleName, QWidget* parent = nullptr);
    /// The first segment added becomes the current one.
    void addSegment(const QString& text, const QVariant& value);
    void addSegment(Icons name, const QString& text, const QVariant& value);
    int count() const;
    int currentIndex() const;
    QVariant currentData() const;
    void setCurrentIndex(int index);
    void setCurrentData(const QVariant& value);

Q_SIGNALS:
    void currentChanged(int index, const QVariant& data);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_row;
    QList<QVariant> m_data;
};

} // namespace onedoor
