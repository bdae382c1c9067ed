// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a desk is built on, with a real store door over a temporary folder, cheap secrets and a keyring in memory.
#pragma once

#include "app/desk/disk_store_door.h"
#include "core/domain/centre/centre_loader.h"
#include "core/services/api/administration.h"
#include "tests/support/memory_keyring.h"
#include "ui/shell/desk.h"
#include "ui/shell/language.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace onedoor {

struct DeskBench {
    DeskBench()
    {
        language.set(QStringLiteral("en"));
    }

    ShellParts parts() { return partsWith(door.network()); }
    ShellParts partsWith(NetworkDoor& network) { return {theme, language, preferences, door, clock, random, printer, network}; }
    /// One more door over the same keyring, as another start of the program has it.
    std::unique_ptr<DiskStoreDoor> makeDoor() { return std::make_unique<DiskStoreDoor>(DoorSetup{clock, random, &keyring, SecretCost::minimum(), false}); }
    QString folder() const { return temporary.filePath(QStringLiteral("store")); }

    static CentreDefinition centre()
    {
        QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("dongxihu.json can't be read");
        return *loadCentre(file.readAll(), QStringLiteral("dongxihu.json"));
    }

    template <typename T>
    static Result<T> outcome(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            qFatal("no answer within a minute");
        return future.result();
    }

    /// A store with the administrator "chen.jing" (password "open sesame 7").
    FoundedStore found() { return foundBy(door); }
    FoundedStore foundBy(DiskStoreDoor& maker) const
    {
        auto founded = outcome(maker.found({folder(), centre(), QStringLiteral("chen.jing"), QStringLiteral("陈静"),
                                           {QStringLiteral("administrator")}, QStringLiteral("open sesame 7")}));
        if (!founded)
            qFatal("%s", qPrintable(founded.error().code));
        return *founded;
    }

    static void addAccount(const StoreEntry& store, const QString& login, const QString& name, const QString& role, const QString& pin)
    {
        const auto reply = outcome(store.gateway->send(store.session, AccountCreate{login, name, {role}, SecretKind::Pin, pin}));
        if (!reply)
            qFatal("%s", qPrintable(reply.error().code));
    }

    QTemporaryDir temporary;
    QSettings settings{temporary.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Preferences preferences{settings};
    Language language;
    Theme theme{*qApp, [] { return SystemLook{}; }};
    SystemClock clock;
    SystemRandom random;
    MemoryKeyring keyring;
    TicketPrinter printer{PrintSettings{}};
    DiskStoreDoor door{{clock, random, &keyring, SecretCost::minimum(), false}};
};

/// The shown field with this label; a stack of sheets keeps its children in no order that a reader would expect.
inline FormField* fieldOf(QWidget* root, const QString& label)
{
    const auto all = root->findChildren<FormField*>();
    for (FormField* field : all)
        if (field->isVisibleTo(root) && field->label() == label)
            return field;
    return nullptr;
}

/// The first shown child of a type whose accessible name is this.
template <typename W>
W* named(QWidget* root, const QString& name)
{
    const auto all = root->findChildren<W*>();
    for (W* widget : all)
        if (widget->isVisibleTo(root) && (widget->accessibleName() == name))
            return widget;
    return nullptr;
}

} // namespace onedoor
