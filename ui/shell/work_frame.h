// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows while somebody is signed in: header, rail, pages, status line. Made anew for each operator and each language, so
// that nothing of one operator is left for the next. Pages are made when they are first looked at. Owned by its MainWindow; the
// gateway lives at least as long as the StoreEntry that it holds; UI thread.
#pragma once

#include "ui/shell/page_catalogue.h"
#include "ui/shell/shell_parts.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace onedoor {

class AlarmBanner;
class HistoryPanel;
class NetworkBanner;
class PageHelp;
class Sheet;
class ShellHeader;
class SideRail;
class SlipDesk;
class StaffCallBanner;

class WorkFrame final : public QWidget {
    Q_OBJECT
public:
    WorkFrame(const ShellParts& parts, const StoreEntry& store, const QString& storeName, DraftShelf& drafts, QWidget* parent = nullptr);
    ~WorkFrame() override;
    const StoreEntry& store() const { return m_store; }
    QString currentPage() const;
    QString currentWord() const;
    /// False when there is no such page or the operator may not see it.
    bool showPage(const QString& key);
    QStringList pageKeys() const;
    QWidget* page(const QString& key) const { return m_pages.value(key); }
    void showVisitHistory(const VisitId& visit);
    void showTicketHistory(const QString& ticket);
    void closeHistory();
    /// To where the focus was on the page last, or where the page begins; into a sheet that lies over it.
    void focusPage();
    PageHelp* help() const { return m_help; }

Q_SIGNALS:
    void pageChanged();
    void newWindowWanted(const QString& pageKey);
    void hallDisplayWanted();
    void kioskWanted();
    void lockWanted();
    void idleMinutesChosen(int minutes);
    void textScaleChosen(double scale);

private:
    void addRail();
    QAction* addShortcut(Icons name, const QString& text, const QKeySequence& keys);
    QMenu* makeOperatorMenu();
    void addAlarm(QMenu* menu);
    void keepDay();
    void addIdleMenu(QMenu* menu);
    QMenu* makeLookMenu();
    void addTextSizes(QMenu* menu);
    void stepTextSize(int steps);
    QWidget* makeStatus(const QString& storeName);
    QWidget* makePage(const PageKind& kind);
    void openHistory(HistoryPanel* panel);
    void openNetworkDetails();
    void setPlace(const QString& place);
    void noteFocus(QWidget* old, QWidget* now);

    ShellParts m_parts;
    StoreEntry m_store;
    DraftShelf& m_drafts;
    QList<PageKind> m_kinds;
    QHash<QString, QWidget*> m_pages;
    QHash<QString, QWidget*> m_areas; ///< what each page lies in
    QHash<QString, QAction*> m_actions;
    QHash<QWidget*, QPointer<QWidget>> m_lastFocus; ///< by page
    bool m_turning = false;
    QActionGroup* m_group;
    ShellHeader* m_header;
    SideRail* m_rail;
    QStackedWidget* m_stack;
    QWidget* m_body;
    NetworkBanner* m_banner;
    AlarmBanner* m_alarm = nullptr; ///< null: the account may not answer one
    SlipDesk* m_slips;
    PageHelp* m_help = nullptr;
    Sheet* m_history = nullptr;
    Sheet* m_networkDetails = nullptr;
};

} // namespace onedoor
