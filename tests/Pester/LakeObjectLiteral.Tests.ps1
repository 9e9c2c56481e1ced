BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket literal-tests
    $uri = 's3://literal-tests'
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive send.csv), "v`n$Text`n")
        Send-LakeObject -LiteralPath (Join-Path $TestDrive send.csv) "$uri/$Key"
    }
}

AfterAll { Disconnect-Lake }

Describe 'An object that was found' {
    # Beside each key lies one that it would match as a pattern.
    It 'means itself: <key>' -ForEach @(
        @{ key = 'm/br[1].csv'; other = 'm/br1.csv' }
        @{ key = 'm/star*.csv'; other = 'm/starlight.csv' }
        @{ key = 'm/what?.csv'; other = 'm/whats.csv' }
        @{ key = 'm/tick`t.csv'; other = 'm/tickt.csv' }
        @{ key = 'm[2]/x.csv'; other = 'm2/x.csv' }
    ) {
        Send-Text named $key
        Send-Text other $other
        $found = Get-LakeObject -LiteralUri "$uri/$key"
        $found.Key | Should -BeExactly $key
        ($found | Get-LakeObject).Key | Should -BeExactly $key
        ($found | Import-LakeData).v | Should -Be named
        (Import-LakeData -LiteralUri "$uri/$key").v | Should -Be named
        (New-GlueTable -DatabaseName (New-GlueDatabase "d$([guid]::NewGuid().ToString('N'))").Name t -Like $found).Column.Name | Should -Be v
        $found | Copy-LakeObject -Destination "$uri/copy.csv"
        (Import-LakeData "$uri/copy.csv").v | Should -Be named
        Copy-LakeObject -LiteralUri "$uri/$key" "$uri/copy2.csv"
        (Import-LakeData "$uri/copy2.csv").v | Should -Be named
        $found | Receive-LakeObject -Destination (Join-Path $TestDrive one.csv)
        Receive-LakeObject -LiteralUri "$uri/$key" (Join-Path $TestDrive two.csv)
        foreach ($name in 'one.csv', 'two.csv') { [System.IO.File]::ReadAllText((Join-Path $TestDrive $name)) | Should -Be "v`nnamed`n" }
        $found | Remove-LakeObject -Confirm:$false
        (Get-LakeObject -LiteralUri "$uri/$other").Key | Should -Be $other
        { Get-LakeObject -LiteralUri "$uri/$key" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
        { $found | Get-LakeObject -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
        Remove-LakeObject -LiteralUri "$uri/$other" -Confirm:$false
    }

    It 'means itself as a copy, from a job, a file or Select-Object: <key>' -ForEach @{ key = 'c/br[1].csv'; other = 'c/br1.csv' }, @{ key = 'c/t`[1].csv'; other = 'c/t1.csv' } {
        Send-Text named $key
        Send-Text other $other
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-LakeObject -LiteralUri "$uri/$key")))
        foreach ($object in $copy, (Get-LakeObject -LiteralUri "$uri/$key" | Select-Object Uri, Size)) {
            ($object | Get-LakeObject).Key | Should -BeExactly $key
            ($object | Import-LakeData).v | Should -Be named
            $object | Copy-LakeObject -Destination "$uri/copied.csv"
            (Import-LakeData "$uri/copied.csv").v | Should -Be named
        }
        $copy | Remove-LakeObject -Confirm:$false
        (Get-LakeObject "$uri/c/*").Key | Should -Be $other
        Remove-LakeObject "$uri/c/" -Recurse -Confirm:$false
    }

    It 'may have been a folder mark, and does not become the folder' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive empty), '')
        Send-LakeObject (Join-Path $TestDrive empty) "$uri/marked"
        Get-LakeObject "$uri/marked" | Copy-LakeObject -Destination "$uri/mark/" -WhatIf
        Send-Text one mark/a.csv
        @(Get-LakeObject "$uri/mark/" | Import-LakeData).Count | Should -Be 1
    }
}

Describe 'A folder whose name has wildcards' {
    It 'is read, received and removed where nothing matches them' {
        Send-Text named 'year[2024]/a.csv'
        (Import-LakeData "$uri/year[2024]/").v | Should -Be named
        (Import-LakeData -LiteralUri "$uri/year[2024]/").v | Should -Be named
        { Receive-LakeObject "$uri/year[2024]/" (Join-Path $TestDrive year) -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RecurseRequired,*'
        Receive-LakeObject "$uri/year[2024]/" (Join-Path $TestDrive year) -Recurse
        Join-Path $TestDrive year/a.csv | Should -Exist
        $null = New-GlueDatabase years
        New-GlueTable years t -Column v:string -Location "$uri/year[2024]/" | Get-LakeObject | ForEach-Object Key | Should -Be 'year[2024]/a.csv'
        { Remove-LakeObject "$uri/year[2024]/" -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RecurseRequired,*'
        Remove-LakeObject -LiteralUri "$uri/year[2024]/" -Recurse -Confirm:$false
        Get-LakeObject -LiteralUri "$uri/year[2024]/" | Should -BeNullOrEmpty
    }
}

Describe 'Receive-LakeObject of a key with brackets' {
    It 'makes the file that is named' {
        Send-Text named 'f[1].csv'
        Receive-LakeObject "$uri/f[1].csv" (Join-Path $TestDrive received.csv)
        [System.IO.File]::ReadAllText((Join-Path $TestDrive received.csv)) | Should -Be "v`nnamed`n"
    }
}

Describe 'Send-LakeObject of a path that matches nothing' {
    It 'is an error: <path>' -ForEach @{ path = 'loc[a]x.csv' }, @{ path = 'nothing*.csv' }, @{ path = 'nothing.csv' } {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive 'loc[a]x.csv'), '')
        { Send-LakeObject (Join-Path $TestDrive $path) "$uri/sent.csv" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PathNotFound,*'
        { Get-LakeObject "$uri/sent.csv" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
    }
}

Describe 'A key with a slash before it' {
    It 'is sent, found, read, copied and removed: <key>' -ForEach @{ key = '/lead.csv' }, @{ key = '//lead.csv' }, @{ key = 'a//b.csv' } {
        Send-Text named $key
        (Get-LakeObject "$uri/$key").Key | Should -BeExactly $key
        (Import-LakeData "$uri/$key").v | Should -Be named
        Copy-LakeObject "$uri/$key" "$uri/$key.copy"
        (Get-LakeObject "$uri/$key*").Key | Should -Be $key, "$key.copy"
        Receive-LakeObject "$uri/$key.copy" (Join-Path $TestDrive lead.csv)
        [System.IO.File]::ReadAllText((Join-Path $TestDrive lead.csv)) | Should -Be "v`nnamed`n"
        [pscustomobject]@{ v = 'exported' } | Export-LakeData "$uri/$key"
        (Import-LakeData "$uri/$key").v | Should -Be exported
        Remove-LakeObject "$uri/$key" -Confirm:$false
        { Get-LakeObject "$uri/$key" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
        Remove-LakeObject "$uri/$key.copy" -Confirm:$false
    }
}
