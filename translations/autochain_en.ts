<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountsSection</name>
    <message numerus="yes">
        <source>Add %n account(s)</source>
        <translation>
            <numerusform>Add %n account</numerusform>
            <numerusform>Add %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityCard</name>
    <message numerus="yes">
        <source>Activity, %n row(s)</source>
        <translation>
            <numerusform>Activity, %n row</numerusform>
            <numerusform>Activity, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>%n car(s) in stock</source>
        <translation>
            <numerusform>%n car in stock</numerusform>
            <numerusform>%n cars in stock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) here come from them: money, titles and open deals are found again from the chain.</source>
        <translation>
            <numerusform>%n account here comes from them: money, titles and open deals are found again from the chain.</numerusform>
            <numerusform>%n accounts here come from them: money, titles and open deals are found again from the chain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) were imported</source>
        <translation>
            <numerusform>%n account was imported</numerusform>
            <numerusform>%n accounts were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched car(s)</source>
        <translation>
            <numerusform>%n watched car</numerusform>
            <numerusform>%n watched cars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) and signature(s)</source>
        <translation>
            <numerusform>%n message or signature</numerusform>
            <numerusform>%n messages and signatures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n grant</numerusform>
            <numerusform>%n grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) on their way</source>
        <translation>
            <numerusform>%n payment on its way</numerusform>
            <numerusform>%n payments on their way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message numerus="yes">
        <source>%n car(s) with real makes, prices and histories, good and bad.</source>
        <translation>
            <numerusform>%n car with real makes, prices and histories, good and bad.</numerusform>
            <numerusform>%n cars with real makes, prices and histories, good and bad.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GaragePage</name>
    <message numerus="yes">
        <source>%n car(s) whose title you hold</source>
        <translation>
            <numerusform>%n car whose title you hold</numerusform>
            <numerusform>%n cars whose title you hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinAccounts</name>
    <message numerus="yes">
        <source>Add %n account(s) and go on</source>
        <translation>
            <numerusform>Add %n account and go on</numerusform>
            <numerusform>Add %n accounts and go on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LightTexts</name>
    <message numerus="yes">
        <source>%n block(s) behind</source>
        <translation>
            <numerusform>%n block behind</numerusform>
            <numerusform>%n blocks behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LightWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message numerus="yes">
        <source>%n block(s) behind</source>
        <translation>
            <numerusform>%n block behind</numerusform>
            <numerusform>%n blocks behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnersCard</name>
    <message numerus="yes">
        <source>%n on this chain</source>
        <translation>
            <numerusform>%n on this chain</numerusform>
            <numerusform>%n on this chain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>Include %n private part(s) that you opened</source>
        <translation>
            <numerusform>Include %n private part that you opened</numerusform>
            <numerusform>Include %n private parts that you opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::AttachmentsModel</name>
    <message numerus="yes">
        <source>There are %n files; that is the most.</source>
        <translation>
            <numerusform>There is %n file; that is the most.</numerusform>
            <numerusform>There are %n files; that is the most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::CarPanel</name>
    <message numerus="yes">
        <source>%Ln more on the vehicle page.</source>
        <translation>
            <numerusform>%Ln more on the vehicle page.</numerusform>
            <numerusform>%Ln more on the vehicle page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::DealViewModel</name>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::DeskViewModel</name>
    <message numerus="yes">
        <source>%Ln car(s)</source>
        <translation>
            <numerusform>%Ln car</numerusform>
            <numerusform>%Ln cars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::DeskWatch</name>
    <message numerus="yes">
        <source>%Ln new record(s) on %1</source>
        <translation>
            <numerusform>%Ln new record on %1</numerusform>
            <numerusform>%Ln new records on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::DeskWindow</name>
    <message numerus="yes">
        <source>%Ln car(s) watched</source>
        <translation>
            <numerusform>%Ln car watched</numerusform>
            <numerusform>%Ln cars watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln car(s)</source>
        <translation>
            <numerusform>Export %Ln car</numerusform>
            <numerusform>Export %Ln cars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln car(s)</source>
        <translation>
            <numerusform>Saved %Ln car</numerusform>
            <numerusform>Saved %Ln cars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List of %Ln car(s)…</source>
        <translation>
            <numerusform>List of %Ln car…</numerusform>
            <numerusform>List of %Ln cars…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of each of %Ln car(s)…</source>
        <translation>
            <numerusform>Report of %Ln car…</numerusform>
            <numerusform>Report of each of %Ln cars…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %Ln car(s) to PDF</source>
        <translation>
            <numerusform>Print %Ln car to PDF</numerusform>
            <numerusform>Print %Ln cars to PDF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) saved</source>
        <translation>
            <numerusform>%Ln page saved</numerusform>
            <numerusform>%Ln pages saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln history(ies) asked for</source>
        <translation>
            <numerusform>%Ln history asked for</numerusform>
            <numerusform>%Ln histories asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln car(s) from the stock?</source>
        <translation>
            <numerusform>Remove %Ln car from the stock?</numerusform>
            <numerusform>Remove %Ln cars from the stock?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln car(s) no longer watched</source>
        <translation>
            <numerusform>%Ln car no longer watched</numerusform>
            <numerusform>%Ln cars no longer watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln car(s)</source>
        <translation>
            <numerusform>%Ln car</numerusform>
            <numerusform>%Ln cars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::HomeCarsModel</name>
    <message numerus="yes">
        <source>%n accident(s)</source>
        <translation>
            <numerusform>%n accident</numerusform>
            <numerusform>%n accidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open recall(s)</source>
        <translation>
            <numerusform>%n open recall</numerusform>
            <numerusform>%n open recalls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::JoinViewModel</name>
    <message numerus="yes">
        <source>At %n of the file&apos;s contract addresses there is no contract on this chain: %1.</source>
        <translation>
            <numerusform>At %n of the file&apos;s contract addresses there is no contract on this chain: %1.</numerusform>
            <numerusform>At %n of the file&apos;s contract addresses there is no contract on this chain: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s) found where the file says</source>
        <translation>
            <numerusform>%n contract found where the file says</numerusform>
            <numerusform>%n contracts found where the file says</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::MarketViewModel</name>
    <message numerus="yes">
        <source>%n body types</source>
        <translation>
            <numerusform>%n body type</numerusform>
            <numerusform>%n body types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::ReportViewModel</name>
    <message numerus="yes">
        <source>%n record(s) with their proof lie inside the file.</source>
        <translation>
            <numerusform>%n record with its proof lies inside the file.</numerusform>
            <numerusform>%n records with their proof lie inside the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n of them was not to be had; the report says so.</source>
        <translation>
            <numerusform>The text of %n of them was not to be had; the report says so.</numerusform>
            <numerusform>The texts of %n of them were not to be had; the report says so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n private part(s) in the open: mind whom you give it to.</source>
        <translation>
            <numerusform>It holds %n private part in the open: mind whom you give it to.</numerusform>
            <numerusform>It holds %n private parts in the open: mind whom you give it to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::ReportsDialog</name>
    <message numerus="yes">
        <source>%Ln report(s) saved in %1</source>
        <translation>
            <numerusform>%Ln report saved in %1</numerusform>
            <numerusform>%Ln reports saved in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln car(s) without a report:</source>
        <translation>
            <numerusform>%Ln car without a report:</numerusform>
            <numerusform>%Ln cars without a report:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A report of each of %Ln car(s)</source>
        <translation>
            <numerusform>A report of %Ln car</numerusform>
            <numerusform>A report of each of %Ln cars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::SettingsViewModel</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::StoresViewModel</name>
    <message numerus="yes">
        <source>%n time(s) it gave other bytes than the ones that were named. They were thrown away.</source>
        <translation>
            <numerusform>%n time it gave other bytes than the ones that were named. They were thrown away.</numerusform>
            <numerusform>%n times it gave other bytes than the ones that were named. They were thrown away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) that you published lie on this computer only.</source>
        <translation>
            <numerusform>%n piece that you published lies on this computer only.</numerusform>
            <numerusform>%n pieces that you published lie on this computer only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n gateways; that is the most.</source>
        <translation>
            <numerusform>There is %n gateway; that is the most.</numerusform>
            <numerusform>There are %n gateways; that is the most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::SurenessViewModel</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::VehicleViewModel</name>
    <message numerus="yes">
        <source>%n record(s), one head, block %1</source>
        <translation>
            <numerusform>%n record, one head, block %1</numerusform>
            <numerusform>%n records, one head, block %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::WalletViewModel</name>
    <message numerus="yes">
        <source>Saved %n line(s) to %1</source>
        <translation>
            <numerusform>Saved %n line to %1</numerusform>
            <numerusform>Saved %n lines to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s), moves only with two signatures.</source>
        <translation>
            <numerusform>%n deal, moves only with two signatures.</numerusform>
            <numerusform>%n deals, each moves only with two signatures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochain::desktop::WatchNotices</name>
    <message numerus="yes">
        <source>AutoChain: %Ln change(s) of watched cars</source>
        <translation>
            <numerusform>AutoChain: %Ln change of a watched car</numerusform>
            <numerusform>AutoChain: %Ln changes of watched cars</numerusform>
        </translation>
    </message>
</context>
</TS>
