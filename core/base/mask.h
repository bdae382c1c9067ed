// SPDX-License-Identifier: GPL-3.0-or-later
// What a hall screen, a voice call or a list for other eyes shows of personal data. Pure functions, any thread; they never fail:
// what has no known form is hidden whole. Hidden stretches show '*'.
// Source: practice of Chinese service halls and banks; GB/T 35273-2020 asks for de-identified display, without fixing a form.
#pragma once

#include <QString>

namespace onedoor {

/// The surname stays, and from three characters on the last one, so that people know their own call: "张*", "张*国", "欧阳*",
/// "欧阳*华". Of each part of a minority or Latin name the first letter stays: "买*·艾*", "J* S*". One character: "*".
QString maskName(const QString& name);

/// "138****5678"; of a landline the area code and the last three digits: "0719-****666"; anything else keeps its last two.
QString maskPhone(const QString& phone);

/// "420***********123X" for 15 and 18 characters, else the first and the last two: "E*******78"; under six characters nothing.
QString maskDocument(const QString& number);

} // namespace onedoor
