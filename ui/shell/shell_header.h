// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the head of a window: which centre, who works, where they sit, and the switches of language and look. Shows the actions
// it is given; owned by the work frame; UI thread.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenu;

namespace onedoor {

class Badge;
class Button;

class ShellHeader final : public QWidget {
    Q_OBJECT
public:
    ShellHeader(const QString& centreName, const QString& operatorName, QWidget* parent = nullptr);
    void setCentre(const QString& name);
    /// Empty hides it.
    void setPlace(const QString& place);
    /// The menu under the operator's name; the header takes it.
    void setOperatorMenu(QMenu* menu);
    void setLookMenu(QMenu* menu);
    void addAction(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void shortenCentre();

    QString m_centreName;
    QLabel* m_centre;
    Badge* m_place;
    Button* m_operator;
    Button* m_look;
    QWidget* m_tools;
};

} // namespace onedoor
