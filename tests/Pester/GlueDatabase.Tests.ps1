BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Catalog'
}

Describe 'New-GlueDatabase' {
    BeforeEach { $lake = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru }

    It 'makes a database and emits it, its name in lower case' {
        $made = New-GlueDatabase Sales -Description 'Orders' -LocationUri s3://sales-lake/ -Parameter @{ owner = 'ada' }
        $made | Should -BeOfType ([LakeTools.GlueDatabase])
        $made.Name | Should -BeExactly 'sales'
        $kept = Get-GlueDatabase sales
        $kept.Description | Should -Be 'Orders'
        $kept.LocationUri | Should -Be 's3://sales-lake/'
        $kept.Parameter['owner'] | Should -Be 'ada'
        $kept.CatalogId | Should -Be $lake.AccountId
    }

    It 'refuses a name that is taken' {
        $null = New-GlueDatabase sales
        $e = { New-GlueDatabase SALES -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseExists,$command.NewGlueDatabaseCommand" -PassThru
        $e.CategoryInfo.Category | Should -Be 'ResourceExists'
        $e.TargetObject | Should -Be 'sales'
    }

    It 'refuses the name <name> before any call' -ForEach @(@{ name = 'a/b' }, @{ name = ' ' }, @{ name = 'x*' }, @{ name = 'y' * 256 }) {
        { New-GlueDatabase $name -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.CatalogNameInvalid,$command.NewGlueDatabaseCommand"
        Get-GlueDatabase | Should -BeNullOrEmpty
    }

    It 'makes nothing with -WhatIf' {
        New-GlueDatabase sales -WhatIf | Should -BeNullOrEmpty
        Get-GlueDatabase | Should -BeNullOrEmpty
    }

    It 'takes databases from the pipeline by property name' {
        @([pscustomobject]@{ Name = 'one'; Description = 'first' }, [pscustomobject]@{ Name = 'two'; Description = 'second' }) | New-GlueDatabase | Out-Null
        (Get-GlueDatabase).Name | Should -Be @('one', 'two')
        (Get-GlueDatabase two).Description | Should -Be 'second'
    }

    It 'goes on after a bad one of many' {
        $made = 'one', 'a/b', 'two' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | New-GlueDatabase -ErrorAction SilentlyContinue -ErrorVariable problems
        $made.Name | Should -Be @('one', 'two')
        $problems | Should -HaveCount 1
    }

    It 'lets everybody use new tables where it is told to' {
        $null = New-GlueDatabase open -TableDefaultPermission IamAllowedPrincipals
        $null = New-GlueTable open t -Column 'a:int'
        (Get-LakePermission -DatabaseName open -TableName t).Principal | Should -Be 'IAM_ALLOWED_PRINCIPALS'
        $null = New-GlueDatabase closed -TableDefaultPermission None
        $null = New-GlueTable closed t -Column 'a:int'
        Get-LakePermission -DatabaseName closed -TableName t | Should -BeNullOrEmpty
    }

    It 'is refused to who may not make one' {
        Connect-Lake -Local $lake.LocalPath -As role/analyst
        { New-GlueDatabase mine -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseAccessDenied,$command.NewGlueDatabaseCommand"
        Connect-Lake -Local $lake.LocalPath
        Grant-LakePermission -Principal role/analyst -Permission CREATE_DATABASE -Catalog
        Connect-Lake -Local $lake.LocalPath -As role/analyst
        (New-GlueDatabase mine).Name | Should -Be 'mine'
    }

    It 'has an alias for people with AWS.Tools' { (New-LakeGlueDatabase sales).Name | Should -Be 'sales' }
}

Describe 'Get-GlueDatabase' {
    BeforeAll {
        $lake = Connect-Lake -Local (Join-Path $TestDrive get) -PassThru
        'sales', 'stock', 'hr' | ForEach-Object { $null = New-GlueDatabase $_ }
    }

    BeforeEach { Connect-Lake -Local $lake.LocalPath }

    It 'takes wildcards' { (Get-GlueDatabase s*).Name | Should -Be @('sales', 'stock') }
    It 'takes several names, in any case' { (Get-GlueDatabase HR, Sales).Name | Should -Be @('hr', 'sales') }
    It 'gives nothing for a pattern that matches nothing' { Get-GlueDatabase x* -ErrorAction Stop | Should -BeNullOrEmpty }

    It 'reports a name that is not there, and gives the rest' {
        $found = Get-GlueDatabase nope, hr -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Name | Should -Be 'hr'
        $problems[0].FullyQualifiedErrorId | Should -Be "LakeTools.DatabaseNotFound,$command.GetGlueDatabaseCommand"
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be 'nope'
    }

    It 'shows a principal only what they may see' {
        Connect-Lake -Local $lake.LocalPath -As role/analyst
        Get-GlueDatabase | Should -BeNullOrEmpty
        { Get-GlueDatabase hr -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseAccessDenied,$command.GetGlueDatabaseCommand"
        { Get-GlueDatabase nope -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseAccessDenied,$command.GetGlueDatabaseCommand"
        Connect-Lake -Local $lake.LocalPath
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName hr
        Connect-Lake -Local $lake.LocalPath -As role/analyst
        (Get-GlueDatabase).Name | Should -Be 'hr'
    }

    It 'stops asking when enough is seen' { (Get-GlueDatabase | Select-Object -First 1).Name | Should -Be 'hr' }
}

Describe 'Remove-GlueDatabase' {
    BeforeEach {
        $lake = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales
    }

    It 'removes an empty database, and the grants on it' {
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName sales
        Remove-GlueDatabase sales -Confirm:$false
        Get-GlueDatabase | Should -BeNullOrEmpty
        Get-LakePermission | Should -BeNullOrEmpty
    }

    It 'leaves a database alone that has tables, unless told' {
        $null = New-GlueTable sales orders -Column 'id:int'
        { Remove-GlueDatabase sales -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseNotEmpty,$command.RemoveGlueDatabaseCommand"
        (Get-GlueTable sales).Name | Should -Be 'orders'
        Remove-GlueDatabase sales -Recurse -Confirm:$false
        Get-GlueDatabase | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        Remove-GlueDatabase sales -Recurse -WhatIf
        (Get-GlueDatabase).Name | Should -Be 'sales'
    }

    It 'takes databases from the pipeline' {
        $null = New-GlueDatabase stock
        Get-GlueDatabase s* | Remove-GlueDatabase -Confirm:$false
        Get-GlueDatabase | Should -BeNullOrEmpty
    }

    It 'reports a database that is not there' {
        { Remove-GlueDatabase nope -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseNotFound,$command.RemoveGlueDatabaseCommand"
    }

    It 'asks before it removes' { (Get-Command Remove-GlueDatabase).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $true).ConfirmImpact | Should -Be 'High' }
}

Describe 'Tags of databases' {
    It 'are set, taken away, and read when asked for' {
        Connect-Lake -Local (Join-Path $TestDrive tags)
        $null = New-GlueDatabase tagged -Tag @{ team = 'a'; stage = 'x' } -Description kept
        Set-GlueDatabase tagged -Tag @{ team = 'b'; stage = $null; cost = 7 }
        $database = Get-GlueDatabase tagged -IncludeTag
        $database.Tag.Count | Should -Be 2
        $database.Tag['team'] | Should -Be 'b'
        $database.Tag['cost'] | Should -Be '7'
        $database.Description | Should -Be 'kept'
        (Get-GlueDatabase tag* -IncludeTag).Tag['team'] | Should -Be 'b'
        (Get-GlueDatabase tagged).Tag | Should -BeNullOrEmpty
    }

    It 'takes a description and a location away that are said to be empty' {
        New-GlueDatabase placed -Description d -LocationUri s3://placed/db | Out-Null
        $database = Set-GlueDatabase placed -Description '' -LocationUri '' -PassThru
        "$($database.Description)|$($database.LocationUri)" | Should -Be '|'
    }
}
