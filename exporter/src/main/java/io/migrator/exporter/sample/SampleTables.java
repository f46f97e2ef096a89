package io.migrator.exporter.sample;

import java.util.List;

/** The tables of the sample: as an old system has them, with short names and without types for dates. */
final class SampleTables {

    static final List<String> ALL = List.of("""
            create table tblClient (ClientNo integer primary key, Salut text, GivenNm text, FamilyNm text, DOB text,
              EMailAddr text, MobPhone text, Street text, Street2 text, Town text, Region text, Zip text, Ctry text,
              StatCd text, JoinDt text, MailOkFlg text, WkLimit decimal(10, 2), LastChg text)""", """
            create table tblMemo (MemoNo integer primary key, ClientNo integer, WrittenOn text, Clerk text, SubjCd text,
              Sticky integer, Txt text)""", """
            create table tblPayMeth (PayNo integer primary key, ClientNo integer, MethCd text, StatCd text, DfltFlg text,
              GwName text, GwToken text, Brand text, CardLast4 text, CardExp text, CardHolder text, AcctName text,
              BSB text, AcctLast4 text, PayPalMail text)""", """
            create table tblOptIn (OptNo integer primary key, ClientNo integer, Chan text, Purp text, OptFlg text,
              CapturedOn text, CapturedSrc text)""", """
            create table tblLoginLog (LogNo integer primary key, Ip text, Agent text, LoggedOn text)""");

    private SampleTables() {}
}
