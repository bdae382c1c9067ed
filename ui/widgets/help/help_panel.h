// SPDX-License-Identifier: GPL-3.0-or-later
// What F1 opens: help on the page in front of the reader, every key that works there, and the first steps in large type. Owned by its
// parent (a sheet); UI thread.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace onedoor {

class HelpView;
class SegmentedControl;

class HelpPanel final : public QWidget {
    Q_OBJECT
public:
    /// page: key of the page in front; keys: the list of what is bound, which the panel takes.
    HelpPanel(const QString& page, QWidget* keys, QWidget* parent = nullptr);
    enum class Part { Page, Keys, FirstSteps };
    void show(Part part);
    Part part() const;

private:
    void addPart(const QString& word, Part part, QWidget* widget);

    SegmentedControl* m_parts;
    QStackedWidget* m_stack;
};

} // namespace onedoor
