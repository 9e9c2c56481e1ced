# Parameters that a command cannot use beside others are errors, and not ignored.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket ignored
    $null = New-GlueDatabase d1 -LocationUri s3://ignored/d1/
    $null = New-GlueTable d1 t1 -Column 'id:int' -Location s3://ignored/t1/
    $null = New-LakeRole r1
    foreach ($job in 'j1', 'j2') { $null = New-LakeGlueJob $job -Role r1 -ScriptLocation s3://ignored/job.py -Command pythonshell }
    $null = New-LakeGlueTrigger daily -Type Scheduled -Schedule 'cron(0 12 * * ? *)' -JobName j1
    $null = New-LakeGlueTrigger later -Type Conditional -AfterJobName j1 -JobName j2
    $null = New-LakeSecret s1 'x' -Tag @{ team = 'a' }
}

AfterAll { Disconnect-Lake }

Describe 'A trigger' {
    It 'is not returned for a job that it does not start' {
        Get-LakeGlueTrigger daily -JobName j2 | Should -BeNullOrEmpty
        (Get-LakeGlueTrigger daily -JobName j1).Name | Should -Be 'daily'
    }

    It 'refuses what its type does not have: <Name>' -ForEach @(
        @{ Name = 'AfterJobName'; Trigger = 'daily'; With = @{ AfterJobName = 'j2' } }
        @{ Name = 'AfterState'; Trigger = 'daily'; With = @{ AfterState = 'Failed' } }
        @{ Name = 'Any'; Trigger = 'daily'; With = @{ Any = $true } }
        @{ Name = 'EventBatchSize'; Trigger = 'daily'; With = @{ EventBatchSize = 3 } }
        @{ Name = 'EventBatchWindow'; Trigger = 'later'; With = @{ EventBatchWindow = 30 } }
        @{ Name = 'Schedule'; Trigger = 'later'; With = @{ Schedule = 'cron(0 1 * * ? *)' } }
    ) {
        $before = Get-LakeGlueTrigger $Trigger | ConvertTo-Json -Depth 5
        { Set-LakeGlueTrigger $Trigger @With -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TriggerIncomplete,LakeTools.Cmdlets.Glue.SetLakeGlueTriggerCommand'
        Get-LakeGlueTrigger $Trigger | ConvertTo-Json -Depth 5 | Should -Be $before
    }

    It 'refuses -Any without conditions when it is new' {
        { New-LakeGlueTrigger odd -Type Scheduled -Schedule 'cron(0 1 * * ? *)' -JobName j1 -Any -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TriggerIncomplete,*'
    }

    It 'may be told what is so' {
        (Set-LakeGlueTrigger daily -Any:$false -Description 'noon' -PassThru).Description | Should -Be 'noon'
        (Get-LakeGlueTrigger daily).Logical | Should -BeNullOrEmpty
        (Set-LakeGlueTrigger later -Any -PassThru).Logical | Should -Be 'ANY'
    }
}

Describe 'A secret' {
    It 'is returned only if it meets the filter' {
        (Get-LakeSecretInfo s1 -Filter @{ tagvalue = 'a' }).Name | Should -Be 's1'
        Get-LakeSecretInfo s1 -Filter @{ tagvalue = 'b' } | Should -BeNullOrEmpty
    }
}

Describe 'A resource link' {
    It 'refuses what it does not have: <Name>' -ForEach @(
        @{ Name = 'Delimiter'; With = @{ Delimiter = '|' } }
        @{ Name = 'Header'; With = @{ Header = $true } }
        @{ Name = 'TableType'; With = @{ TableType = 'EXTERNAL_TABLE' } }
        @{ Name = 'PartitionKey'; With = @{ PartitionKey = 'year:string' } }
        @{ Name = 'SerdeParameter'; With = @{ SerdeParameter = @{ a = '1' } } }
        @{ Name = 'Parameter'; With = @{ Parameter = @{ a = '1' } } }
        @{ Name = 'Format'; With = @{ Format = 'Parquet' } }
        @{ Name = 'InputFormat'; With = @{ InputFormat = 'x' } }
        @{ Name = 'Location'; With = @{ Location = 's3://ignored/x/' } }
    ) {
        { New-GlueTable d1 link -TargetDatabaseName d1 -TargetTableName t1 @With -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceLinkExcess,LakeTools.Cmdlets.Catalog.NewGlueTableCommand'
        { Get-GlueTable d1 link -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }

    It 'may have a description, and is copied' {
        $null = New-GlueTable d1 one -TargetDatabaseName d1 -TargetTableName t1 -Description 'short'
        (Get-GlueTable d1 one | New-GlueTable -Name two).TargetTableName | Should -Be 't1'
    }

    It 'needs the name of its target beside <Name>' -ForEach @(
        @{ Name = 'TargetCatalogId'; With = @{ TargetCatalogId = '111122223333' } }
        @{ Name = 'TargetRegion'; With = @{ TargetRegion = 'us-east-1' } }
    ) {
        { New-GlueDatabase d9 @With -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceLinkIncomplete,LakeTools.Cmdlets.Catalog.NewGlueDatabaseCommand'
        { Get-GlueDatabase d9 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DatabaseNotFound,*'
        $row = [pscustomobject](@{ DatabaseName = 'd1'; Name = 't9'; Column = 'id:int' } + $With)
        { $row | New-GlueTable -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ResourceLinkIncomplete,*'
    }
}

Describe 'Export-LakeData -Location' {
    BeforeAll { $row = [pscustomobject]@{ id = 7 } }

    It 'requires -CreateTable' {
        { $row | Export-LakeData -DatabaseName d1 -TableName t1 -Location s3://ignored/x/ -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.LocationNotOfTable,LakeTools.Cmdlets.Data.ExportLakeDataCommand'
        Get-LakeObject s3://ignored/ | Should -BeNullOrEmpty
    }

    It 'is an S3 URI' {
        { $row | Export-LakeData -DatabaseName d1 -TableName t1 -Location nonsense -CreateTable -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InvalidS3Uri,*'
    }

    It 'is that of a table that exists' {
        { $row | Export-LakeData -DatabaseName d1 -TableName t1 -Location s3://ignored/x/ -CreateTable -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.LocationNotOfTable,*'
        Get-LakeObject s3://ignored/ | Should -BeNullOrEmpty
        ($row | Export-LakeData -DatabaseName d1 -TableName t1 -Location s3://ignored/t1 -CreateTable -PassThru).RowCount | Should -Be 1
    }
}

Describe 'Register-LakeLocation -UseServiceLinkedRole:$false' {
    It 'is not a registration with that role' {
        { Register-LakeLocation s3://ignored/ -UseServiceLinkedRole:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.LocationRoleMissing,LakeTools.Cmdlets.Permissions.RegisterLakeLocationCommand'
        Get-LakeLocation | Should -BeNullOrEmpty
    }
}

Describe 'Data' {
    BeforeAll {
        foreach ($name in 'x.csv', 'x.json', 'x.parquet', 'mixed/a.csv', 'mixed/b.json') { @{ id = 1 } | Export-LakeData "s3://ignored/files/$name" }
    }

    It 'refuses what no file has: <what>' -ForEach @(
        @{ what = 'Export-LakeData -Delimiter'; do = { @{ id = 2 } | Export-LakeData s3://ignored/files/x.parquet -Delimiter ';' } }
        @{ what = 'Export-LakeData -NoHeader'; do = { @{ id = 2 } | Export-LakeData s3://ignored/files/x.json -NoHeader } }
        @{ what = 'Export-LakeData -Format -Delimiter'; do = { @{ id = 2 } | Export-LakeData s3://ignored/files/ -Format json -Delimiter ';' } }
        @{ what = 'Import-LakeData -Delimiter'; do = { Import-LakeData s3://ignored/files/x.json -Delimiter ';' } }
        @{ what = 'Import-LakeData -QuoteCharacter'; do = { Import-LakeData s3://ignored/files/x.parquet -QuoteCharacter "'" } }
        @{ what = 'Import-LakeData -NoHeader'; do = { Import-LakeData s3://ignored/files/x.json -NoHeader } }
        @{ what = 'Import-LakeData -Encoding'; do = { Import-LakeData s3://ignored/files/x.parquet -Encoding windows-1252 } }
        @{ what = 'Import-LakeData -Format'; do = { Import-LakeData s3://ignored/files/x.csv -Format Json -Delimiter ';' } }
        @{ what = 'New-GlueTable -Like -Header'; do = { New-GlueTable d1 t2 -Like s3://ignored/files/x.json -Location s3://ignored/t2/ -Header } }
        @{ what = 'New-GlueTable -Like -Delimiter'; do = { New-GlueTable d1 t2 -Like s3://ignored/files/x.parquet -Location s3://ignored/t2/ -Delimiter ';' } }
        @{ what = 'New-GlueTable -Like -Encoding'
           do = { New-GlueTable d1 t2 -Like s3://ignored/files/x.parquet -Location s3://ignored/t2/ -Encoding windows-1252 } }
    ) {
        $ErrorActionPreference = 'Stop'
        $do | Should -Throw -ErrorId 'LakeTools.FormatParameterNotAllowed,*'
        (Import-LakeData s3://ignored/files/x.json).id | Should -Be 1
        Get-GlueTable d1 t2 -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'takes it where one file has it' {
        (Import-LakeData s3://ignored/files/mixed/ -Delimiter ';').id | Should -Be 1, 1
        (Import-LakeData s3://ignored/files/x.json -Encoding utf-8).id | Should -Be 1
    }
}

Describe 'A parameter that belongs to another' {
    It 'is refused without it: <what>' -ForEach @(
        @{ what = 'Test-LakeAccess -WorkGroup'; do = { Test-LakeAccess -Principal role/r1 -DatabaseName d1 -TableName t1 -Engine Glue -WorkGroup nope } }
        @{ what = 'Test-LakeAccess -OutputLocation'
           do = { Test-LakeAccess -Principal role/r1 -DatabaseName d1 -TableName t1 -Engine Emr -OutputLocation s3://ignored/o/ } }
        @{ what = 'Export-LakeReport -JournalPath'; do = { Export-LakeReport "$TestDrive/r.html" -JournalPath "$TestDrive/journal" } }
        @{ what = 'Set-LakeSecret -VersionStage'; do = { Set-LakeSecret s1 -VersionStage X -Description d } }
        @{ what = 'Set-LakeSecret -Key'; do = { Set-LakeSecret s1 -Key k -Tag @{ a = 'b' } } }
    ) {
        $ErrorActionPreference = 'Stop'
        $do | Should -Throw -ErrorId 'LakeTools.ParameterRequires,*'
        "$TestDrive/r.html" | Should -Not -Exist
        (Get-LakeSecretInfo s1).Description | Should -BeNullOrEmpty
    }

    It 'is not asked of an engine that has it' {
        Test-LakeAccess -Principal role/r1 -DatabaseName d1 -TableName t1 -Engine Athena -WorkGroup primary | Should -Not -BeNullOrEmpty
        Test-LakeAccess -Principal role/r1 -DatabaseName d1 -TableName t1 -Engine Glue | Should -Not -BeNullOrEmpty
    }
}

Describe 'A period' {
    It 'cannot end before it begins' {
        { Get-LakeAccessEvent -After 2026-02-01 -Before 2026-01-01 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PeriodInvalid,*'
        Get-LakeAccessEvent -After 2026-01-01 -Before 2026-01-01 | Should -BeNullOrEmpty
    }
}
