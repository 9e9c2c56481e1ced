# Names that a person rarely types, and that objects of the lake can have: a name is what it is, and no list and no pattern.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $lake = Connect-Lake -Local (Join-Path $TestDrive lake) -PassThru
    # Each way in which an object can come back to a command.
    $ways = @{
        Live = { $input }
        Csv = { $input | ConvertTo-Csv | ConvertFrom-Csv }
        Json = { $input | ConvertTo-Json -Depth 5 | ConvertFrom-Json }
        Clixml = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@($input))) }
        Selected = { $input | Select-Object * }
    }
}

AfterAll { Disconnect-Lake }

Describe 'A column whose name has a comma' {
    BeforeAll {
        $null = New-GlueDatabase shop
        $null = New-GlueTable shop odd -Column 'a:int', 'b:int', 'a, b:int', 'c;d:int' -Location s3://shop/odd/
        Grant-LakePermission -Principal role/one -Permission SELECT -DatabaseName shop -TableName odd -ColumnName (, 'a, b')
        Grant-LakePermission -Principal role/others -Permission SELECT -DatabaseName shop -TableName odd -ExcludedColumnName (, 'a, b')
        $null = New-LakeTag pii yes, no
    }

    It 'is one item of a list' {
        (Get-LakePermission role/one).ColumnName | Should -Be 'a, b'
        (New-LakeDataFilter shop odd list -ExcludedColumnName 'a, b', 'c;d').ExcludedColumn | Should -Be 'a, b', 'c;d'
        Remove-LakeDataFilter shop odd list -Force
    }

    It 'is in backticks in a single text, which is a list otherwise' {
        (New-LakeDataFilter shop odd text -ColumnName '`a, b`').Column | Should -Be 'a, b'
        (New-LakeDataFilter shop odd texts -ColumnName 'a,b;`c;d`').Column | Should -Be 'a', 'b', 'c;d'
        'text', 'texts' | ForEach-Object { Remove-LakeDataFilter shop odd $_ -Force }
    }

    It 'stays one in a grant that is copied: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        Get-LakePermission role/one, role/others | & $ways[$_] | Grant-LakePermission -Principal role/copy
        $copies = Get-LakePermission role/copy
        $copies | Where-Object ColumnName | ForEach-Object ColumnName | Should -Be 'a, b'
        $copies | Where-Object ExcludedColumnName | ForEach-Object ExcludedColumnName | Should -Be 'a, b'
        $copies | & $ways[$_] | Revoke-LakePermission
        Get-LakePermission role/copy | Should -BeNullOrEmpty
    }

    It 'stays hidden by a filter that is copied: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        $null = New-LakeDataFilter shop odd hides -ExcludedColumnName (, 'a, b')
        (Get-LakeDataFilter shop odd hides | & $ways[$_] | New-LakeDataFilter -Name copy).ExcludedColumn | Should -Be 'a, b'
        'hides', 'copy' | ForEach-Object { Remove-LakeDataFilter shop odd $_ -Force }
    }

    It 'loses its own LF-Tag: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        Add-LakeTagAssignment shop odd a, b -Tag @{ pii = 'no' }
        Add-LakeTagAssignment shop odd (, 'a, b') -Tag @{ pii = 'yes' }
        Get-LakeTagAssignment shop odd (, 'a, b') | & $ways[$_] | Remove-LakeTagAssignment -Force
        (Get-LakeTagAssignment shop odd -Own).ColumnName | Should -Be 'a', 'b'
    }

    It 'is completed so that the text means it' {
        $line = 'Add-LakeTagAssignment shop odd '
        $word = foreach ($try in 1..50) {
            $found = (TabExpansion2 $line $line.Length).CompletionMatches | Where-Object ListItemText -EQ 'a, b'
            if ($found) { $found.CompletionText; break }
        }
        $word | Should -BeExactly "'``a, b``'"
    }

    It 'is written so that the command grants it' {
        $reason = Test-LakePermission -Principal role/none -Permission SELECT -DatabaseName shop -TableName odd -ColumnName (, 'a, b')
        Invoke-Expression $reason.Reason[-1].Command
        (Get-LakePermission role/none).ColumnName | Should -Be 'a, b'
    }
}

Describe 'Numbers and dates as words, in the culture <_>' -ForEach 'en-US', 'de-DE', 'fa-IR' {
    BeforeAll {
        $was = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = $_
        $key = "version-$_".ToLowerInvariant()
    }
    AfterAll { [cultureinfo]::CurrentCulture = $was }

    It 'are values of LF-Tags' {
        (New-LakeTag $key 3, 5, 3.5).Value | Should -Be '3', '3.5', '5'
        (Set-LakeTag $key -AddValue 4.5 -PassThru).Value | Should -Contain '4.5'
        (Grant-LakePermission -Principal role/reader -Permission DESCRIBE -TagKey $key -TagValue 3.5 -PassThru).TagValue | Should -Be '3.5'
        (New-LakeTag "$key-typed" 3.50).Value | Should -Be '3.50'
        (New-LakeTag "$key-date" ([datetime]'2026-03-04')).Value | Should -Be '2026-03-04t00:00:00.0000000'
    }
}

Describe 'A name with brackets' {
    BeforeAll {
        'd[1]', 'd1', 'x`y', 'xy' | ForEach-Object { $null = New-GlueDatabase $_ }
        't[1]', 't1' | ForEach-Object {
            $null = New-GlueTable d1 $_ -Column 'id:int', 'c[1]:int', 'c1:int' -Location s3://lake1/d1/
            $null = New-GlueTable 'd[1]' $_ -Column 'id:int' -Location s3://lake1/d/
            $null = New-LakeDataFilter d1 $_ 'f[1]'
            $null = New-LakeDataFilter d1 $_ f1
            Grant-LakePermission -Principal role/reader -Permission SELECT -DatabaseName d1 -TableName $_
            $null = New-LakeOptIn role/reader -DatabaseName d1 -TableName $_
        }
        $null = New-LakeTag zone a, b
        'd[1]', 'd1' | ForEach-Object { Add-LakeTagAssignment $_ -Tag @{ zone = 'a' } }
        $null = New-LakeRole worker
        'j[1]', 'j1' | ForEach-Object { $null = New-LakeGlueJob $_ -Role worker -ScriptLocation s3://lake1/j.py -Command pythonshell }
    }

    It 'is that name in a piped object: <Way> of <From>, into <Into>' -ForEach @(
        foreach ($way in 'Live', 'Csv', 'Json', 'Clixml', 'Selected') {
            @{ Way = $way; From = { Get-GlueDatabase 'd`[1`]' }; Into = { $input | Get-GlueDatabase }; Name = 'd[1]' }
            @{ Way = $way; From = { Get-GlueTable d1 't`[1`]' }; Into = { $input | Get-GlueTable }; Name = 't[1]' }
            @{ Way = $way; From = { Get-LakePermission role/reader -DatabaseName d1 -TableName 't`[1`]' }; Into = { $input | Get-LakePermission }; Name = 't[1]' }
            @{ Way = $way; From = { Get-LakeOptIn role/reader -DatabaseName d1 -TableName 't`[1`]' }; Into = { $input | Get-LakeOptIn }; Name = 't[1]' }
            @{ Way = $way; From = { Get-LakeTagAssignment 'd`[1`]' }; Into = { $input | Get-LakeTagAssignment }; Name = 'd[1]' }
            @{ Way = $way; From = { Get-LakeTagAssignment d1 t1 'c`[1`]' }; Into = { $input | Get-LakeTagAssignment }; Name = 'c[1]' }
            @{ Way = $way; From = { Get-LakeGlueJob 'j`[1`]' }; Into = { $input | Get-LakeGlueJob }; Name = 'j[1]' }
        }
    ) {
        $one = & $From
        $one | Should -HaveCount 1
        $found = $one | & $ways[$Way] | & $Into
        $found | Should -HaveCount 1
        @($found.ColumnName; $found.TableName; $found.Name; $found.DatabaseName) | Where-Object { $_ } | Select-Object -First 1 | Should -BeExactly $Name
    }

    It 'is the database whose tables are found' {
        Get-GlueDatabase | Where-Object Name -EQ 'd[1]' | Get-GlueTable | ForEach-Object DatabaseName | Should -Be 'd[1]', 'd[1]'
        (Get-GlueDatabase | Where-Object Name -EQ 'd[1]' | Get-GlueTable -Name 't`[*').Name | Should -Be 't[1]'
        (Get-GlueTable 'd[1]').DatabaseName | Should -Be 'd1', 'd1' # typed, it is a pattern
        ('d[1]' | Get-GlueDatabase).Name | Should -Be d1 # as text too
    }

    It 'is the database of a table, and not a table of that name' {
        $null = New-GlueTable xy xy -Column id:int -Location s3://lake1/xy/
        $null = New-GlueTable xy other -Column id:int -Location s3://lake1/xy2/
        (Get-GlueDatabase xy | Get-GlueTable -Name xy).Name | Should -Be xy
    }

    It 'is the table whose grants, filters and LF-Tags are found' {
        $table = Get-GlueTable d1 | Where-Object Name -EQ 't[1]'
        ($table | Get-LakePermission -Principal role/reader).TableName | Should -Be 't[1]'
        ($table | Get-LakeOptIn).TableName | Should -Be 't[1]'
        ($table | Get-LakeDataFilter).TableName | Should -Be 't[1]', 't[1]'
        ($table | Get-LakeTagAssignment).TableName | Sort-Object -Unique | Should -Be 't[1]'
    }

    It 'is the database that a definition and a report are about' {
        $text = Get-GlueDatabase | Where-Object Name -EQ 'd[1]' | Export-LakeDefinition
        $text | Should -Match '(?m)^  d\[1\]:'
        $text | Should -Not -Match '(?m)^  d1:'
        $page = Get-GlueDatabase | Where-Object Name -EQ 'd[1]' | Export-LakeReport (Join-Path $TestDrive report.html) -PassThru
        Get-Content $page -Raw | Should -Match 'databases d\[1\]'
    }

    It 'is found by the pattern that means it alone: <Name>' -ForEach @(
        @{ Name = 'd[1]'; Pattern = 'd`[1`]' }
        @{ Name = 'x`y'; Pattern = 'x``y' }
    ) {
        (Get-GlueDatabase $Pattern).Name | Should -BeExactly $Name
        (Get-GlueDatabase $Pattern -Share All).Name | Should -BeExactly $Name
        (Get-LakeTagAssignment $Pattern).DatabaseName | Sort-Object -Unique | Should -Be (Get-GlueDatabase $Pattern | Get-LakeTagAssignment).DatabaseName
        Export-LakeDefinition -DatabaseName $Pattern | Should -Match "(?m)^  $([regex]::Escape($Name)):"
        Get-GlueDatabase ($Pattern + '`*') -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.TargetObject | Should -BeExactly ($Name + '*')
    }

    It 'is completed as that pattern' {
        $line = 'Get-GlueTable d'
        $word = foreach ($try in 1..50) {
            $found = (TabExpansion2 $line $line.Length).CompletionMatches | Where-Object ListItemText -EQ 'd[1]'
            if ($found) { $found.CompletionText; break }
        }
        (Invoke-Expression "Get-GlueTable $word").DatabaseName | Should -Be 'd[1]', 'd[1]'
        $line = "Get-GlueTable $word t"
        $names = foreach ($try in 1..50) {
            $found = (TabExpansion2 $line $line.Length).CompletionMatches | Where-Object ListItemText -EQ 't[1]'
            if ($found) { $found.CompletionText; break }
        }
        (Invoke-Expression "Get-GlueTable $word $names").Name | Should -BeExactly 't[1]'
    }

    It 'all, as of a grant on all tables, is no name' {
        Grant-LakePermission -Principal role/all -Permission DESCRIBE -DatabaseName d1 -TableName *
        (Get-LakePermission role/all | Get-LakePermission).TableName | Should -Be '*'
        (Get-LakePermission role/all | Get-GlueTable).Name | Should -Be 't1', 't[1]'
        ([pscustomobject]@{ DatabaseName = 'd1'; TableName = '*' } | Get-LakePermission -Principal role/*).TableName | Should -Contain t1
    }
}

Describe 'The data filters of piped objects' {
    BeforeAll {
        $null = New-GlueDatabase sales
        'f1', 't1' | ForEach-Object { $null = New-GlueTable sales $_ -Column id:int -Location s3://lake1/sales/ }
        'f1', 'f2', 'f[1]' | ForEach-Object { $null = New-LakeDataFilter sales t1 $_ }
        $null = New-LakeDataFilter sales f1 f3
        Grant-LakePermission -Principal role/one -Permission SELECT -DatabaseName sales -TableName t1 -FilterName 'f[1]'
        Grant-LakePermission -Principal role/table -Permission SELECT -DatabaseName sales -TableName t1
    }

    It 'are the filters themselves: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        (Get-LakeDataFilter sales t1 'f`[1`]' | & $ways[$_] | Get-LakeDataFilter).Name | Should -Be 'f[1]'
    }

    It 'are those of grants, and all of a grant on the table: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        (Get-LakePermission role/one | & $ways[$_] | Get-LakeDataFilter).Name | Should -Be 'f[1]'
        (Get-LakePermission role/table | & $ways[$_] | Get-LakeDataFilter).Name | Should -Be 'f1', 'f2', 'f[1]'
    }

    It 'are all those of tables: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        (Get-GlueTable sales f1 | & $ways[$_] | Get-LakeDataFilter).Name | Should -Be f3
        (Get-GlueTable sales t1 | & $ways[$_] | Get-LakeDataFilter -Name f2).Name | Should -Be f2
    }

    It 'are those of rows' {
        ([pscustomobject]@{ DatabaseName = 'sales'; TableName = 't1'; FilterName = 'f1' } | Get-LakeDataFilter).Name | Should -Be f1
        ([pscustomobject]@{ DatabaseName = 'sales'; TableName = 't1'; Name = 'f1' } | Get-LakeDataFilter).Name | Should -Be f1
        ([pscustomobject]@{ DatabaseName = 'sales'; TableName = 't1'; FilterName = '' } | Get-LakeDataFilter) | Should -HaveCount 3
        ([pscustomobject]@{ DatabaseName = 'sales'; TableName = 't1'; FilterName = 'none' } | Get-LakeDataFilter -ErrorAction SilentlyContinue -ErrorVariable problem)
        $problem.FullyQualifiedErrorId | Should -BeLike 'LakeTools.DataFilterNotFound,*'
    }
}

Describe 'Inherited LF-Tags of piped objects: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
    BeforeAll {
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales
        'own', 'other' | ForEach-Object { $null = New-GlueTable sales $_ -Column id:int -Location s3://lake1/sales/ }
        $null = New-LakeTag domain a, b
        $null = New-LakeTag pii yes, no
        Add-LakeTagAssignment sales -Tag @{ domain = 'a' }
        Add-LakeTagAssignment sales own -Tag @{ pii = 'no' }
        $saved = Get-LakeTagAssignment sales own | & $ways[$_]
    }

    It 'stay inherited, and the others are assigned' {
        $null = $saved | Remove-LakeTagAssignment -Force -WarningVariable skipped -WarningAction SilentlyContinue
        $skipped | Should -HaveCount 1
        $saved | Add-LakeTagAssignment -WarningVariable skipped -WarningAction SilentlyContinue
        $skipped | Should -HaveCount 1
        Add-LakeTagAssignment sales -Tag @{ domain = 'b' }
        Get-LakeTagAssignment sales own | ForEach-Object { "$($_.TagKey)=$($_.TagValue) $($_.IsInherited)" } | Should -Be 'domain=b True', 'pii=no False'
    }

    It 'are assigned to another table' {
        $saved | Add-LakeTagAssignment -TableName other
        Get-LakeTagAssignment sales other | ForEach-Object { "$($_.TagKey)=$($_.TagValue) $($_.IsInherited)" } | Should -Be 'domain=a False', 'pii=no False'
    }
}

Describe 'An object whose key has brackets' {
    BeforeAll {
        New-LakeBucket keys | Out-Null
        $file = Join-Path $TestDrive key.csv
        Set-Content $file 'a', '1'
        'a[1].csv', 'a1.csv' | ForEach-Object { Send-LakeObject $file "s3://keys/odd/$_" }
        $odd = Get-LakeObject -LiteralUri 's3://keys/odd/a[1].csv'
    }

    It 'is itself from the pipeline: <_>' -ForEach Live, Csv, Json, Clixml, Selected {
        ($odd | & $ways[$_] | Get-LakeObject).Key | Should -Be 'odd/a[1].csv'
        ($odd | & $ways[$_] | Copy-LakeObject -Destination s3://keys/copy/ -PassThru).Key | Should -Be 'copy/a[1].csv'
    }

    It 'is found by a row whose address is a pattern' {
        ([pscustomobject]@{ Uri = 's3://keys/odd/a[1].csv' } | Get-LakeObject).Key | Should -Be 'odd/a1.csv'
    }
}
