print("placewise")
