# Names that a person rarely types, and that objects of the lake can have: a name is what it is, and no list and no pattern.
BeforeAll {
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
        (New-LakeTag "$key-date" ([datetime]'2026-03-04')).Value | Should -Be '2026-03-04t00:00:00.0000000'
    }
}
