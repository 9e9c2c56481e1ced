# Rows of the pipeline with names that no parameter has, and changes that change nothing.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    # Those whose change is mandatory change something.
    $changing = Get-Command Set-* -Module LakeTools | Where-Object CommandType -EQ Cmdlet |
        Where-Object Name -NotIn 'Set-LakeTag', 'Set-LakeSecretPolicy' | ForEach-Object {
            $set = $_.ParameterSets | Select-Object -First 1
            @{ Name = $_.Name; Mandatory = @($set.Parameters | Where-Object IsMandatory | ForEach-Object Name) }
        }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket rows
    $null = New-GlueDatabase d1 -LocationUri s3://rows/d1/
    $null = New-GlueDatabase d2
    $null = New-GlueTable d1 t1 -Column 'id:int', 'date:date' -Location s3://rows/t1/
    $null = New-GlueTable d2 t2 -Column 'id:int' -Location s3://rows/t2/
    $null = New-LakeRole r1
    $null = New-LakeGlueJob j1 -Role r1 -ScriptLocation s3://rows/job.py -Command pythonshell
    $null = New-LakeDataFilter d1 t1 f1 -RowFilter 'id > 1'
}

AfterAll { Disconnect-Lake }

Describe 'A row with a mistyped name' {
    It 'grants nothing on more than it names: <Name>' -ForEach @(
        @{ Name = 'TabelName'; Row = @{ DatabaseName = 'd1'; TabelName = 't1' } }
        @{ Name = 'Table'; Row = @{ DatabaseName = 'd1'; Table = 't1' } }
        @{ Name = 'table_name'; Row = @{ DatabaseName = 'd1'; table_name = 't1' } }
        @{ Name = 'Columns'; Row = @{ DatabaseName = 'd1'; TableName = 't1'; Columns = 'date' } }
        @{ Name = 'ExcludedColumnNames'; Row = @{ DatabaseName = 'd1'; TableName = 't1'; ExcludedColumnNames = 'date' } }
        @{ Name = 'FilterNme'; Row = @{ DatabaseName = 'd1'; TableName = 't1'; FilterNme = 'f1' } }
    ) {
        $piped = [pscustomobject]$Row
        $failed = $null
        $piped | Grant-LakePermission -Principal role/r1 -Permission SELECT -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'LakeTools.InputPropertyUnknown,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
        $failed.CategoryInfo.Category | Should -Be InvalidArgument
        $failed.TargetObject.$Name | Should -Be $Row[$Name]
        Get-LakePermission role/r1 -Explicit | Should -BeNullOrEmpty
    }

    It 'is an error of its own record' {
        $rows = 'DatabaseName,TabelName', 'd1,t1', 'd1,' | ConvertFrom-Csv
        $granted = $rows | Grant-LakePermission -Principal role/r1 -Permission DESCRIBE -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
        @($failed.FullyQualifiedErrorId) | Should -Be 'LakeTools.InputPropertyUnknown,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
        $granted.Target | Should -Be 'database d1'
        $granted | Revoke-LakePermission
    }

    It 'lists no tables of other databases' {
        $failed = $null
        [pscustomobject]@{ DatabasName = 'd2' } | Get-GlueTable -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'LakeTools.InputPropertyUnknown,LakeTools.Cmdlets.Catalog.GetGlueTableCommand'
    }

    It 'creates nothing without the property' {
        { [pscustomobject]@{ Name = 'j9'; Role = 'r1'; ScriptLocation = 's3://rows/job.py'; Timeot = 7 } | New-LakeGlueJob -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InputPropertyUnknown,*'
        { Get-LakeGlueJob j9 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.JobNotFound,*'
    }

    It 'is not one with other columns' {
        $out = [pscustomobject]@{ DatabaseName = 'd2'; Owner = 'me'; Cost = 3; Note = 'x' } | Get-GlueTable
        $out.Name | Should -Be 't2'
    }

    It 'is not one whose parameter is given' {
        $out = [pscustomobject]@{ DatabaseName = 'd1'; Table = 't1' } |
            Grant-LakePermission -Principal role/r1 -Permission SELECT -TableName t1 -PassThru
        $out.TableName | Should -Be 't1'
        $out | Revoke-LakePermission
    }

    It 'is not a row of an object of the module: <Form>' -ForEach @(
        @{ Form = 'CSV'; Copy = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'typed CSV'; Copy = { $_ | ConvertTo-Csv -IncludeTypeInformation | ConvertFrom-Csv } }
        @{ Form = 'JSON'; Copy = { $_ | ConvertTo-Json -Depth 4 | ConvertFrom-Json } }
        @{ Form = 'selected'; Copy = { $_ | Select-Object * } }
        @{ Form = 'serialized'; Copy = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) } }
    ) {
        $row = Get-GlueTable d1 t1 | ForEach-Object $Copy
        $out = $row | Grant-LakePermission -Principal role/r1 -Permission SELECT -PassThru
        $out.TableName | Should -Be 't1'
        $out | Revoke-LakePermission
    }
}

Describe 'An object that gives nothing' {
    It 'returns no tables: <Case>' -ForEach @(
        @{ Case = 'a number'; Value = 5 }
        @{ Case = 'a hashtable'; Value = @{ DatabaseName = 'd2' } }
        @{ Case = 'another row'; Value = [pscustomobject]@{ Region = 'eu' } }
        @{ Case = 'null'; Value = $null }
    ) {
        $failed = $null
        , $Value | Get-GlueTable -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'LakeTools.InputNotUsed,LakeTools.Cmdlets.Catalog.GetGlueTableCommand'
    }

    It 'creates nothing' {
        { [pscustomobject]@{ Region = 'eu' } | New-GlueDatabase d9 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InputNotUsed,*'
        { Get-GlueDatabase d9 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DatabaseNotFound,*'
    }

    It 'is not the name of a table' { ('t2' | Get-GlueTable).DatabaseName | Should -Be 'd2' }
}

Describe '<Name> without a change' -ForEach $changing {
    It 'is an error before any call' {
        $values = @{}
        foreach ($parameter in $Mandatory) { $values[$parameter] = if ($parameter -eq 'Path') { 's3://rows/none/' } else { 'none' } }
        $failed = $null
        & $Name @values -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'LakeTools.NothingToChange,*'
        $failed.CategoryInfo.Category | Should -Be InvalidArgument
    }
}

Describe 'A row whose properties are not changes' {
    It 'is an error, and changes nothing' {
        $failed = $null
        [pscustomobject]@{ Name = 'j1'; Timeout = 77 } | Set-LakeGlueJob -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'LakeTools.NothingToChange,LakeTools.Cmdlets.Jobs.SetLakeGlueJobCommand'
        $failed.TargetObject | Should -Be 'j1'
        (Get-LakeGlueJob j1).Timeout | Should -Not -Be 77
    }

    It 'makes no version of a table' {
        { Get-GlueTable d1 t1 | Set-GlueTable -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.NothingToChange,*'
        @(Get-GlueTableVersion d1 t1).Count | Should -Be 1
    }
}
