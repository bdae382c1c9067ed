<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>onedoor::ErrorSummary</name>
    <message numerus="yes">
        <source>Please check %n entries</source>
        <translation>
            <numerusform>Please check %n entry</numerusform>
            <numerusform>Please check %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::LookupModel</name>
    <message numerus="yes">
        <source>%n visits, last %1</source>
        <translation>
            <numerusform>%n visit, last %1</numerusform>
            <numerusform>%n visits, last %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>onedoor::PinField</name>
    <message numerus="yes">
        <source>PIN, %n digits</source>
        <translation>
            <numerusform>PIN, %n digit</numerusform>
            <numerusform>PIN, %n digits</numerusform>
        </translation>
    </message>
</context>
</TS>
