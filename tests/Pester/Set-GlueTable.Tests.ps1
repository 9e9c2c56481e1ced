BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Catalog'
}

AfterAll { Disconnect-Lake }

Describe 'Set-GlueTable' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales -Description before -Parameter @{ a = '1' } | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'note:string:kept' -PartitionKey 'year:string' -Location s3://lake/orders/ -Description before -Parameter @{ owner = 'ann'; draft = 'yes' } | Out-Null
    }

    It 'adds, changes and removes columns, and keeps the rest' {
        $table = Set-GlueTable sales orders -AddColumn 'amount:decimal(10,2)', 'id:bigint' -RemoveColumn note -PassThru
        $table.Column | ForEach-Object { "$_" } | Should -Be @('id:bigint', 'amount:decimal(10,2)')
        $table.PartitionKey.Name | Should -Be 'year'
        $table.Location | Should -Be 's3://lake/orders/'
        $table.Description | Should -Be 'before'
        $table.Parameter['owner'] | Should -Be 'ann'
    }

    It 'sets and takes away parameters one by one' {
        $table = Set-GlueTable sales orders -Parameter @{ owner = 'bob'; draft = $null } -PassThru
        $table.Parameter['owner'] | Should -Be 'bob'
        $table.Parameter.ContainsKey('draft') | Should -BeFalse
        $table.Parameter['classification'] | Should -Be 'csv'
    }

    It 'changes the format whole' {
        $table = Set-GlueTable sales orders -Format Parquet -PassThru
        $table.Format | Should -Be 'Parquet'
        $table.Delimiter | Should -BeNullOrEmpty
        $table.Parameter.ContainsKey('delimiter') | Should -BeFalse
        $table.Parameter['owner'] | Should -Be 'ann'
    }

    It 'changes what comes through the pipeline' {
        Get-GlueTable sales | Set-GlueTable -Description after
        (Get-GlueTable sales orders).Description | Should -Be 'after'
        (Get-GlueTable sales orders).Column.Name | Should -Be @('id', 'note')
    }

    It 'refuses to remove <why>' -ForEach @(
        @{ why = 'a column that is not there'; columns = @('nope'); id = 'ColumnNotFound' }
        @{ why = 'every column'; columns = @('id', 'note'); id = 'ColumnsMissing' }
    ) {
        { Set-GlueTable sales orders -RemoveColumn $columns -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.SetGlueTableCommand"
        (Get-GlueTable sales orders).VersionId | Should -Be '0'
    }

    It 'changes nothing with -WhatIf' {
        Set-GlueTable sales orders -Description after -WhatIf
        (Get-GlueTable sales orders).Description | Should -Be 'before'
    }

    It 'brings an older version back as a new one' {
        Set-GlueTable sales orders -RemoveColumn note
        Get-GlueTableVersion sales orders | ForEach-Object VersionId | Should -Be @('1', '0')
        Get-GlueTableVersion sales orders | Select-Object -Last 1 | Restore-GlueTable
        $table = Get-GlueTable sales orders
        $table.Column.Name | Should -Be @('id', 'note')
        $table.VersionId | Should -Be '2'
    }

    It 'says that a version is not there' {
        { Restore-GlueTable sales orders -VersionId 99 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableVersionNotFound,$command.RestoreGlueTableCommand"
    }

    It 'changes a database by what is named' {
        $database = Set-GlueDatabase sales -Parameter @{ b = '2' } -PassThru
        $database.Description | Should -Be 'before'
        $database.Parameter['a'] | Should -Be '1'
        $database.Parameter['b'] | Should -Be '2'
    }
}

Describe 'The text parameters of Set-GlueTable' {
    BeforeAll {
        $regex = 'org.apache.hadoop.hive.serde2.RegexSerDe'

        function Get-Pair($Map) { ($Map.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ' ' }
    }

    BeforeEach {
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $null = New-GlueDatabase web
        $null = New-GlueTable web text -Column 'a:string' -Parameter @{ 'skip.header.line.count' = '2'; owner = 'ann' } -SerdeParameter @{ 'serialization.null.format' = 'NA'; 'escape.delim' = '^' }
        $null = New-GlueTable web quoted -Column 'a:string' -QuoteCharacter "'" -Delimiter ';' -SerdeParameter @{ escapeChar = '^'; mine = 'x' }
        $null = New-GlueTable web logs -Column 'l:string' -SerdeLibrary $regex -SerdeParameter @{ 'input.regex' = '(.*)' }
        $null = New-GlueTable web lines -Column 'a:string' -Format Json -SerdeLibrary org.apache.hive.hcatalog.data.JsonSerDe -SerdeParameter @{ 'timestamp.formats' = 'yyyy' }
    }

    It 'change nothing but what is named: <name>' -ForEach @(
        @{ name = 'a delimiter'; table = 'text'; set = @{ Delimiter = ';' }; serde = 'LazySimpleSerDe'
            serdes = 'escape.delim=^ field.delim=; serialization.format=; serialization.null.format=NA'; parameters = 'classification=csv delimiter=; EXTERNAL=TRUE owner=ann skip.header.line.count=2' }
        @{ name = 'a header of two lines that stays'; table = 'text'; set = @{ Header = $true }; serde = 'LazySimpleSerDe'
            serdes = 'escape.delim=^ field.delim=, serialization.format=, serialization.null.format=NA'; parameters = 'classification=csv delimiter=, EXTERNAL=TRUE owner=ann skip.header.line.count=2' }
        @{ name = 'no header'; table = 'text'; set = @{ Header = $false }; serde = 'LazySimpleSerDe'
            serdes = 'escape.delim=^ field.delim=, serialization.format=, serialization.null.format=NA'; parameters = 'classification=csv delimiter=, EXTERNAL=TRUE owner=ann' }
        @{ name = 'quotes, by the SerDe that has them'; table = 'text'; set = @{ QuoteCharacter = '"' }; serde = 'OpenCSVSerde'
            serdes = 'escapeChar=^ quoteChar=" separatorChar=, serialization.null.format=NA'; parameters = 'classification=csv delimiter=, EXTERNAL=TRUE owner=ann skip.header.line.count=2' }
        @{ name = 'a delimiter beside quotes'; table = 'quoted'; set = @{ Delimiter = '|' }; serde = 'OpenCSVSerde'
            serdes = "escapeChar=^ mine=x quoteChar=' separatorChar=|"; parameters = 'classification=csv delimiter=| EXTERNAL=TRUE' }
        @{ name = 'other quotes and a header'; table = 'quoted'; set = @{ QuoteCharacter = '"'; Header = $true }; serde = 'OpenCSVSerde'
            serdes = 'escapeChar=^ mine=x quoteChar=" separatorChar=;'; parameters = 'classification=csv delimiter=; EXTERNAL=TRUE skip.header.line.count=1' }
        @{ name = 'a delimiter of a SerDe that is named beside it'; table = 'logs'; set = @{ Delimiter = '|'; SerdeLibrary = 'org.apache.hadoop.hive.serde2.OpenCSVSerde' }; serde = 'OpenCSVSerde'
            serdes = 'field.delim=, input.regex=(.*) separatorChar=| serialization.format=,'; parameters = 'classification=csv delimiter=| EXTERNAL=TRUE' }
    ) {
        $before = Get-GlueTable web $table
        $after = Set-GlueTable web $table @set -PassThru -WarningVariable said
        $said | Should -BeNullOrEmpty
        $after.SerdeLibrary.Split('.')[-1] | Should -Be $serde
        Get-Pair $after.SerdeParameter | Should -Be $serdes
        Get-Pair $after.Parameter | Should -Be $parameters
        $after.InputFormat | Should -Be $before.InputFormat
        $after.OutputFormat | Should -Be $before.OutputFormat
    }

    It 'are refused where the SerDe of <table> has no such thing: <set.Keys>' -ForEach @(
        foreach ($table in 'logs', 'lines') { foreach ($set in @{ Header = $true }, @{ Delimiter = ';' }, @{ QuoteCharacter = '"' }) { @{ table = $table; set = $set } } }
    ) {
        $before = Get-GlueTable web $table
        { Set-GlueTable web $table @set -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SerdeNotDelimited,$command.SetGlueTableCommand"
        { $before | New-GlueTable -Name copied @set -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SerdeNotDelimited,$command.NewGlueTableCommand"
        $after = Get-GlueTable web $table
        $after.VersionId | Should -Be $before.VersionId
        Get-Pair $after.SerdeParameter | Should -Be (Get-Pair $before.SerdeParameter)
        Get-GlueTable web copie[d] | Should -BeNullOrEmpty
    }

    It 'are refused beside a format without them: <format> <set.Keys>' -ForEach @(
        @{ format = 'Parquet'; set = @{ Header = $true } }, @{ format = 'Json'; set = @{ Delimiter = ';' } }, @{ format = 'Text'; set = @{ QuoteCharacter = '"' } }
    ) {
        { Set-GlueTable web text -Format $format @set -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.FormatParameterNotAllowed,$command.SetGlueTableCommand"
        { New-GlueTable web new -Column a:int -Format $format @set -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.FormatParameterNotAllowed,$command.NewGlueTableCommand"
        (Get-GlueTable web text).VersionId | Should -Be '0'
        Get-GlueTable web ne[w] | Should -BeNullOrEmpty
    }

    It 'are kept by a format that has them, and what is lost is said: <table> as <format>' -ForEach @(
        @{ table = 'text'; format = 'Tsv'; serde = 'LazySimpleSerDe'; lost = 0; serdes = "escape.delim=^ field.delim=`t serialization.format=`t serialization.null.format=NA"
            parameters = "classification=csv delimiter=`t EXTERNAL=TRUE owner=ann skip.header.line.count=2" }
        @{ table = 'text'; format = 'Text'; serde = 'LazySimpleSerDe'; lost = 0; serdes = "escape.delim=^ field.delim=`u{1} serialization.format=`u{1} serialization.null.format=NA"
            parameters = 'classification=text EXTERNAL=TRUE owner=ann skip.header.line.count=2' }
        @{ table = 'quoted'; format = 'Tsv'; serde = 'OpenCSVSerde'; lost = 0; serdes = "escapeChar=^ mine=x quoteChar=' separatorChar=`t"; parameters = "classification=csv delimiter=`t EXTERNAL=TRUE" }
        @{ table = 'quoted'; format = 'Csv'; serde = 'OpenCSVSerde'; lost = 0; serdes = "escapeChar=^ mine=x quoteChar=' separatorChar=;"; parameters = 'classification=csv delimiter=; EXTERNAL=TRUE' }
        @{ table = 'lines'; format = 'Json'; serde = 'JsonSerDe'; lost = 0; serdes = 'timestamp.formats=yyyy'; parameters = 'classification=json EXTERNAL=TRUE' }
        @{ table = 'text'; format = 'Parquet'; serde = 'ParquetHiveSerDe'; lost = 1; serdes = ''; parameters = 'classification=parquet EXTERNAL=TRUE owner=ann' }
        @{ table = 'logs'; format = 'Csv'; serde = 'LazySimpleSerDe'; lost = 1; serdes = 'field.delim=, serialization.format=,'; parameters = 'classification=csv delimiter=, EXTERNAL=TRUE' }
    ) {
        $copy = Get-GlueTable web $table | New-GlueTable -Name copied -Format $format -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount $lost
        $after = Set-GlueTable web $table -Format $format -PassThru -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount $lost
        foreach ($made in $after, $copy) {
            $made.Format | Should -Be $format
            $made.SerdeLibrary.Split('.')[-1] | Should -Be $serde
            Get-Pair $made.SerdeParameter | Should -Be $serdes
            Get-Pair $made.Parameter | Should -Be $parameters
        }
    }

    It 'change a copy as they change the table' {
        $copy = Get-GlueTable web text | New-GlueTable -Name copied -Delimiter ';' -Header -Parameter @{ team = 'a' }
        Get-Pair $copy.SerdeParameter | Should -Be 'escape.delim=^ field.delim=; serialization.format=; serialization.null.format=NA'
        Get-Pair $copy.Parameter | Should -Be 'classification=csv delimiter=; EXTERNAL=TRUE skip.header.line.count=2 team=a'
        $delta = New-GlueTable web delta -Column a:int -Parameter @{ 'spark.sql.sources.provider' = 'delta' }
        { $delta | New-GlueTable -Name never -Format Csv -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableFormatNotSupported,$command.NewGlueTableCommand"
    }
}
