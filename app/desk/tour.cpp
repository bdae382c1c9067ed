// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/tour.h"

#include "ui/pages/welcome/welcome_page.h"
#include "ui/shell/desk.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/help/page_help.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/sheet.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>
#include <chrono>
#include <cstdio>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallScreen{1366, 768};
constexpr QSize largeScreen{1920, 1080};
/// Long enough for answers to arrive and sheets to slide in.
constexpr auto settling = std::chrono::milliseconds(600);

} // namespace

Tour::Tour(const QString& folder, Desk& desk, Theme& theme, Language& language)
    : m_folder(folder), m_desk(desk), m_theme(theme), m_language(language)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Tour::take);
}

Tour::~Tour() = default;

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "onedoor: %s can't be written\n", qPrintable(m_folder));
        m_failed = true;
    }
    plan();
    QTimer::singleShot(0, this, &Tour::next);
}

void Tour::plan()
{
    for (const QString& language : {u"zh_CN"_s, u"en"_s})
        for (const QSize& size : {smallScreen, largeScreen})
            addSurroundings({language, Look::Light, size});
    addSurroundings({u"zh_CN"_s, Look::Dark, smallScreen});
}

void Tour::addSurroundings(const Surroundings& surroundings)
{
    m_stops.append({{}, [this, surroundings]() -> QWidget* {
                        m_language.set(surroundings.language);
                        m_theme.setLook(surroundings.look);
                        return nullptr;
                    }});
    addPages(surroundings);
    addGates(surroundings);
}

void Tour::addStop(const Surroundings& surroundings, const QString& name, std::function<QWidget*()> show)
{
    const QString file = u"%1_%2_%3x%4_%5.png"_s.arg(name, surroundings.language)
                             .arg(surroundings.size.width())
                             .arg(surroundings.size.height())
                             .arg(lookWord(surroundings.look));
    m_stops.append({file, std::move(show)});
}

QWidget* Tour::window(const QSize& size)
{
    QWidget* found = m_desk.windows().constFirst();
    found->resize(size);
    return found;
}

void Tour::addPages(const Surroundings& surroundings)
{
    const QSize size = surroundings.size;
    const auto frame = [this] { return m_desk.windows().constFirst()->frame(); };
    for (const QString& key : frame()->pageKeys())
        addStop(surroundings, key, [this, frame, key, size]() -> QWidget* {
            frame()->showPage(key);
            return window(size);
        });
    addStop(surroundings, u"history"_s, [this, frame, size]() -> QWidget* {
        frame()->showPage(u"reception"_s);
        frame()->showTicketHistory(u"A001"_s);
        return window(size);
    });
    const std::pair<QString, HelpPanel::Part> parts[] = {
        {u"help"_s, HelpPanel::Part::Page}, {u"keys"_s, HelpPanel::Part::Keys}, {u"first-steps"_s, HelpPanel::Part::FirstSteps}};
    for (const auto& [name, part] : parts)
        addStop(surroundings, name, [this, frame, size, part = part]() -> QWidget* {
            frame()->closeHistory();
            frame()->help()->open(part);
            return window(size);
        });
    addStop(surroundings, u"hall"_s, [this, frame, size]() -> QWidget* {
        frame()->help()->toggle();
        QWidget* hall = m_desk.openHallDisplay();
        if (hall)
            hall->resize(size);
        return hall;
    });
    addAppointments(surroundings);
    addPersonalData(surroundings);
    // Last: its sheet stays open until the desk is locked.
    addStop(surroundings, u"recovery-key"_s, [this, frame, size]() -> QWidget* {
        frame()->showPage(u"accounts"_s);
        for (QAction* action : frame()->page(u"accounts"_s)->actions())
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K))
                action->trigger();
        return window(size);
    });
}

/// One appointment with its details, and who is expected at the reception.
void Tour::addAppointments(const Surroundings& surroundings)
{
    const QSize size = surroundings.size;
    const auto page = [this](const QString& key) {
        m_desk.windows().constFirst()->frame()->showPage(key);
        return m_desk.windows().constFirst()->frame()->page(key);
    };
    addStop(surroundings, u"appointments-details"_s, [this, page, size]() -> QWidget* {
        if (auto* table = page(u"appointments"_s)->findChild<DataTable*>(); table != nullptr && table->model()->rowCount() > 0)
            table->selectRow(table->model()->rowCount() / 2);
        return window(size);
    });
    addStop(surroundings, u"reception-expected"_s, [this, page, size]() -> QWidget* {
        for (QAction* action : page(u"reception"_s)->actions())
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_E))
                action->trigger();
        return window(size);
    });
    m_stops.append({{}, [page]() -> QWidget* {
                        if (Sheet* sheet = Sheet::over(page(u"reception"_s)))
                            sheet->closeSheet();
                        return nullptr;
                    }});
}

/// A person, looked up by name, and the sheet that erases.
void Tour::addPersonalData(const Surroundings& surroundings)
{
    const QSize size = surroundings.size;
    const auto page = [this] {
        m_desk.windows().constFirst()->frame()->showPage(u"personalData"_s);
        return m_desk.windows().constFirst()->frame()->page(u"personalData"_s);
    };
    addStop(surroundings, u"personalData-person"_s, [this, page, size]() -> QWidget* {
        auto* lookup = page()->findChild<LookupField*>();
        lookup->setText(u"chenzhiqiang"_s);
        Q_EMIT lookup->submitted(lookup->text());
        return window(size);
    });
    addStop(surroundings, u"personalData-erase"_s, [this, page, size]() -> QWidget* {
        for (QAction* action : page()->actions())
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E))
                action->trigger();
        return window(size);
    });
    m_stops.append({{}, [page]() -> QWidget* {
                        if (Sheet* sheet = Sheet::over(page()))
                            sheet->closeSheet();
                        return nullptr;
                    }});
}

void Tour::addGates(const Surroundings& surroundings)
{
    const QSize size = surroundings.size;
    addStop(surroundings, u"signin"_s, [this, size]() -> QWidget* {
        m_desk.lock();
        return window(size);
    });
    addStop(surroundings, u"welcome"_s, [this, size]() -> QWidget* {
        m_desk.startWelcome();
        return window(size);
    });
    addStop(surroundings, u"restore"_s, [this, size]() -> QWidget* {
        QWidget* shown = window(size);
        if (auto* page = shown->findChild<WelcomePage*>())
            page->goTo(page->restoreIndex());
        return shown;
    });
    addStop(surroundings, u"join"_s, [this, size]() -> QWidget* {
        QWidget* shown = window(size);
        if (auto* page = shown->findChild<WelcomePage*>())
            page->goTo(page->joinIndex());
        return shown;
    });
    m_stops.append({{}, [this]() -> QWidget* {
                        m_desk.startWork(m_desk.store(), m_desk.folder());
                        return nullptr;
                    }});
}

void Tour::next()
{
    while (!m_stops.isEmpty() && !m_failed) {
        const Stop stop = m_stops.takeFirst();
        m_name = stop.name;
        m_shown = stop.show();
        if (!m_shown)
            continue;
        m_timer.start(settling);
        return;
    }
    QCoreApplication::exit(m_failed ? 1 : 0);
}

void Tour::take()
{
    if (m_shown && !m_shown->grab().save(QDir(m_folder).filePath(m_name))) {
        std::fprintf(stderr, "onedoor: %s can't be written\n", qPrintable(m_name));
        m_failed = true;
    }
    next();
}

} // namespace onedoor

#include "moc_tour.cpp"
